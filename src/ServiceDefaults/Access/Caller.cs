using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Ptce.ServiceDefaults.Access;

/// <summary>Who is asking, read from the token: a handler takes it as a parameter.</summary>
public sealed class Caller
{
    /// <summary>Claim of a person's grant: <c>role</c> or <c>role:poleKey</c>.</summary>
    public const string GrantClaim = "grant";

    /// <summary>Claim of a machine's permission; <c>*</c> is all but signing.</summary>
    public const string PermissionClaim = "permission";

    /// <summary>Claim that only tokens of people carry.</summary>
    public const string PersonClaim = "person";

    private readonly List<(string Role, string? Pole)> _grants = [];
    private readonly HashSet<string> _permissions = new(StringComparer.Ordinal);

    /// <summary>Reads a principal.</summary>
    /// <param name="principal">The authenticated principal, or an anonymous one.</param>
    public Caller(ClaimsPrincipal principal)
    {
        IsSignedIn = principal.Identity?.IsAuthenticated == true;
        Subject = principal.FindFirstValue("sub") ?? "";
        Client = principal.FindFirstValue("client_id");
        IsPerson = principal.HasClaim(PersonClaim, "true");
        foreach (var claim in principal.Claims)
        {
            if (claim.Type == PermissionClaim && !IsPerson)
                _permissions.Add(claim.Value);
            else if (claim.Type == GrantClaim && IsPerson)
                _grants.Add(claim.Value.Split(':', 2) is [var role, var pole] ? (role, pole) : (claim.Value, null));
        }
    }

    /// <summary>Signed in, as a person or a machine.</summary>
    public bool IsSignedIn { get; }

    /// <summary>Stable identifier of the person or client; never a name or an address.</summary>
    public string Subject { get; }

    /// <summary>Client that got the token.</summary>
    public string? Client { get; }

    /// <summary>A person rather than a machine.</summary>
    public bool IsPerson { get; }

    /// <summary>Whether the caller may do something on at least one pole.</summary>
    /// <param name="permission">Permission.</param>
    public bool Can(string permission) => HasMachine(permission) || _grants.Exists(g => Grants(g, permission));

    /// <summary>Whether the caller may do something on a pole.</summary>
    /// <param name="permission">Permission.</param>
    /// <param name="poleKey">PoleKey.</param>
    public bool Can(string permission, string poleKey) =>
        HasMachine(permission) || _grants.Exists(g => Grants(g, permission) && (g.Pole is null || string.Equals(g.Pole, poleKey, StringComparison.Ordinal)));

    /// <summary>The poles on which the caller may do something; null means all of them.</summary>
    /// <param name="permission">Permission.</param>
    public IReadOnlySet<string>? PolesWith(string permission)
    {
        if (HasMachine(permission) || _grants.Exists(g => g.Pole is null && Grants(g, permission)))
            return null;
        return _grants.Where(g => Grants(g, permission)).Select(g => g.Pole!).ToHashSet(StringComparer.Ordinal);
    }

    private bool HasMachine(string permission) =>
        _permissions.Contains(permission) && permission != Permissions.DossiersSignOff || (_permissions.Contains("*") && permission != Permissions.DossiersSignOff);

    // A leader's or contributor's grant without a pole gives nothing.
    private static bool Grants((string Role, string? Pole) grant, string permission) =>
        Permissions.Has(grant.Role, permission) && (grant.Pole is not null || !Roles.IsPerPole(grant.Role));

    /// <summary>Lets handlers take a <see cref="Caller"/> parameter.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter.</param>
    public static ValueTask<Caller> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(Of(context));

    /// <summary>The caller of a request.</summary>
    /// <param name="context">The request.</param>
    public static Caller Of(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(Caller), out var known) && known is Caller caller)
            return caller;
        context.Items[typeof(Caller)] = caller = new Caller(context.User);
        return caller;
    }
}
