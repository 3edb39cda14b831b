using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Ptce.Reporting.Documents.Store;

namespace Ptce.Reporting.Tests.Documents;

public sealed class DocumentStoreTests
{
    private static readonly byte[] Content = [0, 1, 2, 250, 255];

    [Fact]
    public async Task A_file_written_to_the_folder_is_read_back_whole_and_leaves_nothing_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("ptce-store-").FullName;
        var store = new FolderStore(Path.Combine(folder, "new"));
        Assert.Null(await store.ReadAsync("a.pdf", default));
        await store.WriteAsync("a.pdf", Content, default);
        await store.WriteAsync("a.pdf", Content, default);
        Assert.Equal(Content, await store.ReadAsync("a.pdf", default));
        Assert.Equal(["a.pdf"], Directory.GetFiles(Path.Combine(folder, "new")).Select(Path.GetFileName));
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task A_file_written_to_a_dapr_state_store_is_read_back()
    {
        await using var sidecar = await SidecarAsync();
        var store = new DaprStateStore(sidecar.GetTestClient(), "files");
        Assert.Null(await store.ReadAsync("a.pdf", default));
        await store.WriteAsync("a.pdf", Content, default);
        Assert.Equal(Content, await store.ReadAsync("a.pdf", default));
    }

    /// <summary>The two calls of Dapr's state API (v1.0) that are used.</summary>
    private static async Task<WebApplication> SidecarAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        var state = new ConcurrentDictionary<string, string>();
        app.MapPost("/v1.0/state/files", (JsonElement[] entries) =>
        {
            foreach (var entry in entries)
                state[entry.GetProperty("key").GetString()!] = entry.GetProperty("value").GetRawText();
            return Results.NoContent();
        });
        app.MapGet("/v1.0/state/files/{key}", (string key) => state.TryGetValue(key, out var value) ? Results.Text(value, "application/json") : Results.NoContent());
        await app.StartAsync();
        return app;
    }
}
