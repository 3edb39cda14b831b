using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Messaging.Storage;

/// <summary>Opens fresh scopes with their own context, for work outside a request.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
/// <param name="scopes">The container.</param>
public sealed class DbScopes<TDb>(IServiceScopeFactory scopes) where TDb : DbContext
{
    /// <summary>A new scope; dispose it.</summary>
    public DbScope<TDb> Open() => new(scopes.CreateAsyncScope());
}

/// <summary>A scope and the context in it.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public sealed class DbScope<TDb> : IAsyncDisposable where TDb : DbContext
{
    private readonly AsyncServiceScope _scope;

    internal DbScope(AsyncServiceScope scope)
    {
        _scope = scope;
        Db = scope.ServiceProvider.GetRequiredService<TDb>();
    }

    /// <summary>The context.</summary>
    public TDb Db { get; }

    /// <summary>The scope's services.</summary>
    public IServiceProvider Services => _scope.ServiceProvider;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
