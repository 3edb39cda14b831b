using System.Collections.Concurrent;

namespace Ptce.System.Tests.Faults;

/// <summary>Sees every request of the loader leave, so that a process can be killed while a request is on its way to it.</summary>
internal sealed class WatchedRequests
{
    private readonly ConcurrentDictionary<string, int> pending = new();
    private readonly ConcurrentDictionary<string, int> sent = new();

    /// <summary>Called with the service each time a request leaves.</summary>
    public event Action<string>? Leaving;

    /// <summary>Requests to a service that have not been answered yet.</summary>
    public int Pending(string service) => pending.GetValueOrDefault(service);

    public int Sent(string service) => sent.GetValueOrDefault(service);

    public HttpMessageHandler Watch(HttpMessageHandler inner) => new Watching(this, inner);

    private sealed class Watching(WatchedRequests watched, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var words = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var service = words is ["api", var name, ..] ? name : "identity";
            watched.sent.AddOrUpdate(service, 1, (_, n) => n + 1);
            watched.pending.AddOrUpdate(service, 1, (_, n) => n + 1);
            try
            {
                watched.Leaving?.Invoke(service);
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                watched.pending.AddOrUpdate(service, 0, (_, n) => n - 1);
            }
        }
    }
}
