using System.Net;

namespace Ptce.Gateway.Tests;

/// <summary>The internal network: hosts by name. A name that nobody answers to refuses the connection.</summary>
public sealed class TestNetwork : HttpMessageHandler
{
    private readonly Dictionary<string, HttpMessageInvoker> hosts = new(StringComparer.Ordinal);

    /// <summary>Requests that arrived, by host.</summary>
    public List<HttpRequestMessage> Seen { get; } = [];

    public void Add(string host, HttpMessageHandler handler) => hosts[host] = new HttpMessageInvoker(handler);

    public void Answer(string host, Func<HttpRequestMessage, HttpResponseMessage> answer) => Add(host, new Stub(answer));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Seen)
        {
            Seen.Add(request);
        }
        return hosts.TryGetValue(request.RequestUri!.Host, out var host)
            ? host.SendAsync(request, cancellationToken)
            : throw new HttpRequestException($"Connection refused ({request.RequestUri.Host})");
    }

    private sealed class Stub(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
                await request.Content.LoadIntoBufferAsync(cancellationToken);
            var response = answer(request);
            response.RequestMessage = request;
            response.Content ??= new ByteArrayContent([]);
            if (response.StatusCode == 0)
                response.StatusCode = HttpStatusCode.OK;
            return response;
        }
    }
}
