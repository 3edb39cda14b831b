using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;

namespace Ptce.Messaging.Inbox;

/// <summary>What a service does on which event, and the categories it subscribes to.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public sealed class ConsumerMap<TDb> where TDb : DbContext
{
    internal delegate Task Invoke(IServiceProvider services, object e, EventContext context, CancellationToken ct);

    private readonly Dictionary<string, Invoke> _consumers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _categories = new(StringComparer.Ordinal);
    private readonly IServiceCollection _services;

    internal ConsumerMap(IServiceCollection services) => _services = services;

    internal IReadOnlySet<string> Categories => _categories;

    /// <summary>Handles an event of a category.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <typeparam name="TConsumer">The consumer, resolved in the scope of the transaction.</typeparam>
    /// <param name="category">Category in which the event travels.</param>
    /// <exception cref="ArgumentException">The event has a consumer already.</exception>
    public ConsumerMap<TDb> On<TEvent, TConsumer>(string category)
        where TEvent : IEvent
        where TConsumer : class, IConsume<TEvent>
    {
        _categories.Add(category);
        _services.AddScoped<TConsumer>();
        _consumers.Add(typeof(TEvent).Name, (services, e, context, ct) =>
            services.GetRequiredService<TConsumer>().HandleAsync((TEvent)e, context, ct));
        return this;
    }

    internal bool TryGet(string type, [NotNullWhen(true)] out Invoke? invoke) => _consumers.TryGetValue(type, out invoke);
}
