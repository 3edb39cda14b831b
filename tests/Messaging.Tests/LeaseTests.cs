using Microsoft.Extensions.DependencyInjection;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;

namespace Ptce.Messaging.Tests;

public sealed class LeaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ptce-leases-");

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 30, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Fact]
    public async Task A_lease_is_held_by_one_owner_until_it_ends_and_its_fence_rises_with_the_owner()
    {
        await using var service = await SampleService.StartAsync(_folder.FullName, receiver: false, dispatch: false);
        var scopes = service.Services.GetRequiredService<DbScopes<SenderDb>>();
        var clock = new Clock();
        var one = new LeaseStore<SenderDb>(scopes, clock) { ThisProcess = "one" };
        var two = new LeaseStore<SenderDb>(scopes, clock) { ThisProcess = "two" };
        var minute = TimeSpan.FromMinutes(1);

        var first = await one.TryTakeAsync("job", minute, default);
        Assert.Equal(1, first!.Fence);
        Assert.Null(await two.TryTakeAsync("job", minute, default));
        Assert.Equal(1, (await one.TryTakeAsync("job", minute, default))!.Fence);

        clock.Now += TimeSpan.FromMinutes(2);
        var second = await two.TryTakeAsync("job", minute, default);
        Assert.Equal(2, second!.Fence);
        Assert.Null(await one.TryTakeAsync("job", minute, default));

        await two.ReleaseAsync("job", default);
        Assert.Equal(3, (await one.TryTakeAsync("job", minute, default))!.Fence);
    }

    [Fact]
    public async Task Of_many_takers_at_once_one_gets_the_lease()
    {
        await using var service = await SampleService.StartAsync(_folder.FullName, receiver: false, dispatch: false);
        var scopes = service.Services.GetRequiredService<DbScopes<SenderDb>>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            new LeaseStore<SenderDb>(scopes, TimeProvider.System) { ThisProcess = $"p{i}" }.TryTakeAsync("race", TimeSpan.FromMinutes(1), default))));
        Assert.Single(taken, lease => lease is not null);
    }
}
