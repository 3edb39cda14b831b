using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Ptce.Messaging.DeadLetters;
using Ptce.Messaging.Inbox;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Outbox;
using Ptce.Messaging.Storage;
using Ptce.Messaging.Transports;

namespace Ptce.Messaging;

/// <summary>Registers Messaging for a service.</summary>
public static class MessagingSetup
{
    /// <summary>
    /// Outbox, inbox, leases and dead letters over the service's context, and the transport: RabbitMQ when the connection string
    /// <c>rabbitmq</c> is configured, a call inside the process otherwise.
    /// </summary>
    /// <typeparam name="TDb">The service's context.</typeparam>
    /// <param name="builder">The host.</param>
    /// <param name="service">Service name: its queue is <c>ptce.{service}</c>.</param>
    /// <param name="consumers">What the service does on events.</param>
    public static void AddConsumers<TDb>(this IHostApplicationBuilder builder, string service, Action<ConsumerMap<TDb>>? consumers = null)
        where TDb : ServiceDb
    {
        var services = builder.Services;
        var map = new ConsumerMap<TDb>(services);
        consumers?.Invoke(map);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MessagingReadiness>();
        services.AddSingleton(new ServiceName<TDb>(service));
        services.AddSingleton(map);
        services.AddSingleton<DbScopes<TDb>>();
        services.AddSingleton<LeaseStore<TDb>>();
        services.AddSingleton<OutboxSignal<TDb>>();
        services.AddSingleton<EventPump<TDb>>();
        services.AddSingleton<IEventPump>(provider => provider.GetRequiredService<EventPump<TDb>>());
        services.AddSingleton(provider => new DeadLetterDesk<TDb>(provider.GetRequiredService<DbScopes<TDb>>(), provider.GetRequiredService<EventPump<TDb>>()));
        services.AddHostedService<OutboxDispatcher<TDb>>();
        services.AddHostedService<OutboxPurge<TDb>>();

        if (builder.Configuration.GetConnectionString("rabbitmq") is { Length: > 0 } broker)
            services.AddRabbitMq<TDb>(service, map.Categories, new Uri(broker));
        else
            services.TryAddSingleton<IEventTransport, InProcessTransport>();
    }

    /// <summary>
    /// Declares exchange, queue and bindings of the services in this container. Part of the migration step, before any dispatcher runs:
    /// RabbitMQ confirms, and drops, what no queue takes.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="ct">Cancels declaring.</param>
    public static async Task DeclareTopologyAsync(IServiceProvider services, CancellationToken ct)
    {
        foreach (var topology in services.GetServices<BrokerTopology>())
            await topology.DeclareAsync(ct);
    }

    private static void AddRabbitMq<TDb>(this IServiceCollection services, string service, IReadOnlySet<string> categories, Uri broker)
        where TDb : ServiceDb
    {
        services.AddSingleton<IEventTransport, RabbitMqTransport>();
        services.AddSingleton(new BrokerTopology(broker, $"ptce.{service}", categories));
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<EnvelopeConsumer<TDb>>();
            bus.UsingRabbitMq((context, configuration) =>
            {
                configuration.Host(broker, host => host.PublisherConfirmation = true);
                configuration.Message<EventEnvelope>(message => message.SetEntityName(RabbitMqTransport.Exchange));
                configuration.Publish<EventEnvelope>(publish =>
                {
                    publish.ExchangeType = "topic";
                    publish.Durable = true;
                });
                configuration.Send<EventEnvelope>(send => send.UseRoutingKeyFormatter(sending => sending.Message.Category));
                configuration.ReceiveEndpoint($"ptce.{service}", endpoint =>
                {
                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.Durable = true;
                    endpoint.PrefetchCount = 200;
                    foreach (var category in categories)
                    {
                        endpoint.Bind(RabbitMqTransport.Exchange, bind =>
                        {
                            bind.ExchangeType = "topic";
                            bind.Durable = true;
                            bind.RoutingKey = category;
                        });
                    }
                    // What throws here could not reach its database: after some tries it goes back to the queue, never to an error queue, which
                    // would leave a gap in its stream.
                    endpoint.UseMessageRetry(retry => retry.Intervals(200, 1000, 5000, 15000));
                    endpoint.RethrowFaultedMessages();
                    endpoint.ConfigureConsumer<EnvelopeConsumer<TDb>>(context, consumer => consumer.Options<BatchOptions>(options => options
                        .SetMessageLimit(100)
                        .SetConcurrencyLimit(1)
                        .SetTimeLimit(TimeSpan.FromMilliseconds(10))));
                });
            });
        });
        services.AddOptions<MassTransitHostOptions>().Configure(options =>
        {
            options.WaitUntilStarted = false;
            options.StopTimeout = TimeSpan.FromSeconds(10);
        });
    }
}
