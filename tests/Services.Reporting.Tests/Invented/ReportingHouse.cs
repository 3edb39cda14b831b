using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Sections;
using Ptce.Testing;

namespace Ptce.Reporting.Tests.Invented;

/// <summary>The service with its real database and pipeline; owners of sections are played by the grove, events come through the outbox.</summary>
public sealed class ReportingHouse : ServiceFactory<ReportingService>
{
    internal ReportingHouse(Grove grove, string? folder = null) : base(folder)
    {
        Grove = grove;
        Owner = new OwnerInGrove(grove);
        Replace = services =>
        {
            foreach (var owner in new[] { "members", "survey", "finance" })
                services.AddKeyedSingleton<ISectionOwner>(owner, Owner);
        };
    }

    internal Grove Grove { get; }

    internal OwnerInGrove Owner { get; }

    internal async Task AnnounceAsync(params IEnumerable<(string Stream, IEvent Event)> events)
    {
        await using var scope = Services.GetRequiredService<DbScopes<ReportingDb>>().Open();
        foreach (var (stream, e) in events)
            scope.Db.Publish(stream, e);
        await scope.Db.SaveChangesAsync();
    }

    /// <summary>Announces the whole campaign and waits until its report is out.</summary>
    internal async Task<ReportingHouse> PublishedAsync()
    {
        await AnnounceAsync(Grove.Events());
        using var client = CreateClient();
        await UntilAsync(async () => (await client.GetAsync("/api/reporting/releases/2015")).StatusCode == HttpStatusCode.OK);
        return this;
    }

    internal static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var waiting = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waiting.Elapsed < TimeSpan.FromSeconds(60), "It did not happen.");
            await Task.Delay(50);
        }
    }

    internal static async Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        await client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Gives what is in the grove; can be away, or answer with something else.</summary>
    internal sealed class OwnerInGrove(Grove grove) : ISectionOwner
    {
        public bool IsAway { get; set; }

        public Func<byte[], byte[]>? Tamper { get; set; }

        public int Asked { get; private set; }

        public Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct) => Task.FromResult<SectionHead?>(null);

        public Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct)
        {
            Asked++;
            if (IsAway)
                throw new HttpRequestException("away");
            var copy = grove.Read(digest);
            return Task.FromResult(copy is null || Tamper is null ? copy : Tamper(copy));
        }
    }
}
