using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Ptce.Identity.Keys;
using Ptce.ServiceDefaults.Access;
using Ptce.Testing;

namespace Ptce.Identity.Tests;

/// <summary>Identity as it runs, checking its own tokens with its own keys.</summary>
public sealed class IdentityService : ServiceFactory<IdentityHost>
{
    public const string AdministratorEmail = "admin@observatoire.test";
    public const string AdministratorPassword = "un cheval correct agrafe la pile";

    public IdentityService() : this(null)
    {
    }

    private IdentityService(string? folder) : base(folder)
    {
        Settings["Identity:FirstAdministrator:Email"] = AdministratorEmail;
        Settings["Identity:FirstAdministrator:Password"] = AdministratorPassword;
        Settings["Identity:Clients:0:Id"] = "importer";
        Settings["Identity:Clients:0:Secret"] = "importer-secret";
        Settings["Identity:Clients:0:Permissions:0"] = "*";
        Replace = services => services.AddSingleton<ISigningKeySource, LocalSigningKeys>();
    }

    /// <summary>Another start on the same data.</summary>
    public IdentityService Restarted() => new(Folder);

    /// <summary>A browser at the public address: keeps cookies, follows nothing.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri(TestTokens.Issuer),
        AllowAutoRedirect = false,
        HandleCookies = true,
    });

    public CodeFlow Flow() => new(Browser());

    /// <summary>Signed in through the code flow.</summary>
    public async Task<HttpClient> SignedInAsync(string email, string password) => As((await Flow().SignInAsync(email, password)).Access);

    public Task<HttpClient> AdministratorAsync() => SignedInAsync(AdministratorEmail, AdministratorPassword);

    /// <summary>Registers a person with grants such as <c>leader:phares</c>.</summary>
    public async Task<Guid> RegisterAsync(string email, string password, params string[] grants)
    {
        using var administrator = await AdministratorAsync();
        var id = Guid.CreateVersion7();
        (await administrator.PostAsJsonAsync("/api/identity/people", new { id, email, name = "Une personne", password })).EnsureSuccessStatusCode();
        foreach (var grant in grants)
        {
            var parts = grant.Split(':');
            (await administrator.PostAsJsonAsync($"/api/identity/people/{id}/grants", new { role = parts[0], pole = parts.Length > 1 ? parts[1] : null })).EnsureSuccessStatusCode();
        }
        return id;
    }
}
