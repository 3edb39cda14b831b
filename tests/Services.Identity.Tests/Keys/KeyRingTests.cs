using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Ptce.Identity.Keys;
using Ptce.ServiceDefaults.Access;
using Ptce.Testing;

namespace Ptce.Identity.Tests.Keys;

public sealed class KeyRingTests
{
    [Fact]
    public async Task Keys_survive_a_restart()
    {
        using var first = new IdentityService();
        var before = await PublishedAsync(first);
        using var second = first.Restarted();
        Assert.Equal(before, await PublishedAsync(second));
    }

    [Fact]
    public async Task A_new_key_is_published_before_it_signs_and_the_old_one_stays_until_its_tokens_are_gone()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var service = new IdentityService();
        service.Replace = services => services.AddSingleton<TimeProvider>(clock).AddSingleton<ISigningKeySource, LocalSigningKeys>();
        var old = Assert.Single(await PublishedAsync(service));

        await PassAsync(TimeSpan.FromDays(89));
        var announced = await PublishedAsync(service);
        Assert.Equal(2, announced.Count);
        Assert.Equal(old, await SigningAsync());

        await PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(announced.Single(key => key != old), await SigningAsync());
        Assert.Contains(old, await PublishedAsync(service));

        await PassAsync(TimeSpan.FromDays(31));
        Assert.DoesNotContain(old, await PublishedAsync(service));

        async Task PassAsync(TimeSpan time)
        {
            clock.Advance(time);
            await service.Services.GetRequiredService<KeyRing>().RotateAsync(CancellationToken.None);
        }

        async Task<string> SigningAsync()
        {
            var (status, body) = await new CodeFlow(service.Browser()) { ClientId = "importer", ClientSecret = "importer-secret" }
                .TokenAsync(new() { ["grant_type"] = "client_credentials" });
            Assert.Equal(HttpStatusCode.OK, status);
            return new JsonWebToken(CodeFlow.Tokens.Read(body).Access).Kid;
        }
    }

    [Fact]
    public async Task No_private_key_lies_readable_in_the_database()
    {
        using var service = new IdentityService();
        await PublishedAsync(service);
        await using var scope = service.Services.CreateAsyncScope();
        var stored = scope.ServiceProvider.GetRequiredService<Identity.Storage.IdentityDb>().Set<StoredKey>().ToList();
        Assert.NotEmpty(stored);
        Assert.All(stored, key => Assert.ThrowsAny<Exception>(() =>
        {
            using var rsa = System.Security.Cryptography.RSA.Create();
            rsa.ImportPkcs8PrivateKey(key.Protected, out _);
        }));
    }

    private static async Task<List<string>> PublishedAsync(IdentityService service)
    {
        using var client = service.CreateClient();
        var set = await client.GetFromJsonAsync<JsonElement>("/.well-known/jwks");
        return [.. set.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }
}
