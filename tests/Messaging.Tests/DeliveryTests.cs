using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;
using Ptce.Contracts.Survey;
using Ptce.Messaging.DeadLetters;
using Ptce.Messaging.Inbox;
using Ptce.Messaging.Outbox;

namespace Ptce.Messaging.Tests;

public sealed class DeliveryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ptce-messaging-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_event_takes_effect_once_and_in_order()
    {
        await using var service = await SampleService.StartAsync(_folder.FullName);
        await service.PublishAsync("a", 50);
        await SampleService.UntilAsync(async () => (await service.EffectsAsync("a")).Count >= 50);
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), await service.EffectsAsync("a"));
    }

    [Fact]
    public async Task An_event_of_a_change_that_was_rolled_back_is_never_sent()
    {
        await using var service = await SampleService.StartAsync(_folder.FullName);
        await service.PublishAsync("a", 3, commit: false);
        await service.PublishAsync("b", 1);
        await SampleService.UntilAsync(async () => (await service.EffectsAsync("b")).Count == 1);
        Assert.Empty(await service.EffectsAsync("a"));
    }

    [Fact]
    public async Task A_dispatcher_that_died_between_sending_and_marking_sends_again_without_a_second_effect()
    {
        await using (var first = await SampleService.StartAsync(_folder.FullName))
        {
            await first.PublishAsync("a", 5);
            await SampleService.UntilAsync(async () => (await first.EffectsAsync("a")).Count == 5);
        }
        await using var again = await SampleService.StartAsync(_folder.FullName, dispatch: false);
        await again.QueryAsync<SenderDb, int>(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTime?)null)));
        again.Services.GetRequiredService<MessagingReadiness>().Announce();
        await again.PublishAsync("a", 1);
        await SampleService.UntilAsync(async () => (await again.EffectsAsync("a")).Contains(6));
        Assert.Equal([1, 2, 3, 4, 5, 6], await again.EffectsAsync("a"));
    }

    [Fact]
    public async Task What_cannot_be_handled_stalls_its_stream_only_and_replay_lets_it_go_on()
    {
        await using var service = await SampleService.StartAsync(_folder.FullName);
        service.Faults.Poisoned = context => context.Stream.EndsWith("/a", StringComparison.Ordinal) && context.Sequence == 2;
        await service.PublishAsync("a", 4);
        await service.PublishAsync("b", 4);
        var desk = service.Services.GetRequiredService<DeadLetterDesk<ReceiverDb>>();
        await SampleService.UntilAsync(async () => (await desk.ListAsync(null, 10, default)).Count == 1);
        await SampleService.UntilAsync(async () => (await service.EffectsAsync("b")).Count == 4);
        Assert.Equal([1], await service.EffectsAsync("a"));

        var letter = Assert.Single(await desk.ListAsync(null, 10, default));
        Assert.Equal(2, letter.Sequence);
        service.Faults.Poisoned = _ => false;
        Assert.True(await desk.ReplayAsync(letter.Id, default));
        await service.PublishAsync("a", 1);
        await SampleService.UntilAsync(async () => (await service.EffectsAsync("a")).Count == 5);
        Assert.Equal([1, 2, 3, 4, 5], await service.EffectsAsync("a"));
        Assert.Empty(await desk.ListAsync(null, 10, default));
    }

    [Fact]
    public async Task A_dead_letter_replayed_while_still_poisoned_is_a_dead_letter_again()
    {
        await using var service = await SampleService.StartAsync(_folder.FullName);
        service.Faults.Poisoned = _ => true;
        await service.PublishAsync("a", 1);
        var desk = service.Services.GetRequiredService<DeadLetterDesk<ReceiverDb>>();
        await SampleService.UntilAsync(async () => (await desk.ListAsync(null, 10, default)).Count == 1);
        var id = (await desk.ListAsync(null, 10, default))[0].Id;
        Assert.True(await desk.ReplayAsync(id, default));
        Assert.Equal(id, Assert.Single(await desk.ListAsync(null, 10, default)).Id);
        Assert.False(await desk.ReplayAsync(Guid.CreateVersion7(), default));
    }

    [Fact]
    public async Task Any_order_and_any_repetition_of_deliveries_has_each_effect_once_in_order()
    {
        await using var service = await SampleService.StartAsync(_folder.FullName, sender: false);
        var run = 0;
        await Gen.Int[0, 7].Array[1, 40].SampleAsync(async picks =>
        {
            var key = "p" + Interlocked.Increment(ref run);
            var envelopes = Enumerable.Range(1, 8).Select(i => Envelope(key, i)).ToArray();
            // Every envelope arrives at least once, in an order given by the picks, some repeatedly.
            foreach (var pick in picks.Concat(Enumerable.Range(0, 8).Reverse()))
                await service.Pump.ApplyAsync([envelopes[pick]], default);
            Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], await service.EffectsAsync(key));
        }, iter: 30, threads: 1);
        Assert.Equal(0, await service.QueryAsync<ReceiverDb, int>(db => db.Set<ParkedEvent>().CountAsync()));
    }

    private static EventEnvelope Envelope(string key, long sequence) => new()
    {
        Id = Guid.CreateVersion7(),
        Source = "sender",
        Stream = Streams.Of(Streams.Campaigns, key),
        Category = Streams.Campaigns,
        Sequence = sequence,
        Type = nameof(CampaignClosed),
        Body = "{\"campaignId\":\"00000000-0000-0000-0000-000000000001\"}",
    };
}
