using Ptce.Testing;

namespace Ptce.Messaging.Tests;

public sealed class RabbitMqTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ptce-amqp-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Events_cross_a_broker_that_is_killed_on_the_way_each_with_one_effect()
    {
        await using var broker = await RabbitMqBroker.StartAsync();
        await using var receiver = await SampleService.StartAsync(_folder.FullName, sender: false, broker: broker.ConnectionString);
        await using var sender = await SampleService.StartAsync(_folder.FullName, receiver: false, broker: broker.ConnectionString);

        await sender.PublishAsync("a", 100);
        await SampleService.UntilAsync(async () => (await receiver.EffectsAsync("a")).Count >= 100);
        await sender.PublishAsync("a", 200);
        broker.Kill();
        await sender.PublishAsync("a", 50);
        await broker.StartServerAsync();

        await SampleService.UntilAsync(async () => (await receiver.EffectsAsync("a")).Count >= 350);
        Assert.Equal(Enumerable.Range(1, 350).Select(i => (long)i), await receiver.EffectsAsync("a"));
    }

    [Fact]
    public async Task What_was_sent_before_the_receiver_ever_ran_waits_in_its_declared_queue()
    {
        await using var broker = await RabbitMqBroker.StartAsync();
        // The migration step declares the queue; the receiver itself is not running.
        await using (await SampleService.StartAsync(_folder.FullName, sender: false, broker: broker.ConnectionString, run: false))
        {
        }
        await using var sender = await SampleService.StartAsync(_folder.FullName, receiver: false, broker: broker.ConnectionString);
        await sender.PublishAsync("late", 10);
        await using var receiver = await SampleService.StartAsync(_folder.FullName, sender: false, broker: broker.ConnectionString);
        await SampleService.UntilAsync(async () => (await receiver.EffectsAsync("late")).Count == 10);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), await receiver.EffectsAsync("late"));
    }
}
