using Microsoft.EntityFrameworkCore;

namespace Ptce.Messaging;

/// <summary>The name of the service that a context belongs to; several services share a process in Standalone.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
/// <param name="Value">Name, e.g. <c>members</c>.</param>
public sealed record ServiceName<TDb>(string Value) where TDb : DbContext;
