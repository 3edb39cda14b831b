using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ptce.Demonstration.Rule;
using Ptce.Demonstration.Set;

namespace Ptce.Demonstration.Loading;

/// <summary>
/// The people of the demonstration: one who leads each PTCE, and an analyst. Nobody real: a "responsable de démonstration" with an
/// address of the reserved domain <c>.example</c> (RFC 2606), and a password made from the client's secret.
/// </summary>
internal static class People
{
    public static IReadOnlyList<DemonstrationPerson> Of(DemonstrationSet set, string secret) =>
    [
        .. set.Poles.Select(p => Person($"responsable.{p.Pole.Key}", $"Responsable de démonstration – {p.Pole.Name}", $"leader:{p.Pole.Key}", secret)),
        Person("analyste", "Analyste de démonstration", "analyst", secret),
    ];

    private static DemonstrationPerson Person(string name, string shown, string grant, string secret)
    {
        // Only twelve bytes of the tag: enough entropy for a password, short enough to type.
        var tag = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("ptce-demonstration/" + name));
        return new(Draw.Of("person", name).Id(), $"{name}@demonstration.example", shown, grant, Base64Url.EncodeToString(tag.AsSpan(0, 15)));
    }

    public static async Task RegisterAsync(ApiClient api, Token machine, IEnumerable<DemonstrationPerson> people, CancellationToken ct)
    {
        foreach (var person in people)
        {
            await api.PostAsync("/api/identity/people", new { person.Id, person.Email, person.Name, Language = "fr", person.Password }, machine, ct);
            var grant = person.Grant.Split(':', 2);
            await api.PostAsync($"/api/identity/people/{person.Id}/grants", new { Role = grant[0], Pole = grant.Length > 1 ? grant[1] : null }, machine, ct);
        }
    }
}
