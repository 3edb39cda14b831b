using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.ServiceDefaults.Sections;
using Ptce.Testing;

namespace Ptce.ServiceDefaults.Tests;

/// <summary>A service of its own on a real Kestrel, with the endpoints that the kit's promises are tested on.</summary>
public sealed class SampleApp : IAsyncDisposable
{
    public static readonly Problem Full = new("sample.box.full", 409, "La boîte est pleine ({0:N1} kg).", "The box is full ({0:N1} kg).");

    private readonly WebApplication _app;

    private SampleApp(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<SampleApp> StartAsync(string service = "members", Dictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Identity:Issuer"] = TestTokens.Issuer, ["urls"] = "http://127.0.0.1:0" });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.AddServiceDefaults(service);
        builder.Services.AddSingleton<ISigningKeySource, TestTokens.Keys>();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseServicePipeline();
        app.MapServiceEndpoints();
        var group = app.MapGroup($"/api/{service}");
        group.MapGet("open", () => "open").AllowPublic();
        group.MapGet("mine", (Caller caller) => new { caller.Subject, poles = caller.PolesWith(Permissions.DossiersRead) }).RequirePermission(Permissions.DossiersRead);
        group.MapGet("poles/{key}/dossier", (string key) => key).RequirePermission(Permissions.DossiersRead, scope: "key");
        group.MapPost("poles/{key}/sign", (string key) => key).RequirePermission(Permissions.DossiersSignOff, scope: "key");
        group.MapPost("boxes", (Box box) => Full.Saying(box.Weight)).AllowPublic();
        group.MapPut("versioned", (HttpContext http) => (IResult?)Preconditions.Check(http, 3, current: "a", proposed: "b") ?? Results.NoContent()).AllowPublic();
        group.MapGet("broken", string () => throw new InvalidOperationException("secret detail")).AllowPublic();
        map?.Invoke(app);
        await app.StartAsync();
        return new SampleApp(app);
    }

    public HttpClient Client(string? token = null, string? language = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (language is not null)
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public sealed record Box(decimal Weight);
}

public sealed class SampleOwner : ISectionOwner
{
    public static readonly Guid Dossier = new("01900000-0000-7000-8000-00000000000a");
    public static readonly string Digest = new('a', 64);

    public Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct) =>
        Task.FromResult(dossierId == Dossier ? new SectionHead(12, 0, 1, 40, 46, true) : null);

    public Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct) => Task.FromResult(digest == Digest ? "{\"section\":\"é\"}"u8.ToArray() : null);
}
