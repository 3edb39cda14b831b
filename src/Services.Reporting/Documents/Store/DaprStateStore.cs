using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ptce.Reporting.Documents.Store;

/// <summary>Files in a Dapr state store, through the sidecar's HTTP API: <c>Documents:DaprStateStore</c> names the store.</summary>
internal sealed class DaprStateStore(HttpClient sidecar, string store) : IDocumentStore
{
    public async Task<byte[]?> ReadAsync(string name, CancellationToken ct)
    {
        using var response = await sidecar.GetAsync($"/v1.0/state/{store}/{name}", ct);
        // Dapr answers 204 for a key that is not there.
        if (response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<byte[]>(ct);
    }

    public async Task WriteAsync(string name, byte[] content, CancellationToken ct)
    {
        using var response = await sidecar.PostAsJsonAsync($"/v1.0/state/{store}", new[] { new { key = name, value = content } }, JsonSerializerOptions.Web, ct);
        response.EnsureSuccessStatusCode();
    }
}
