using System.Globalization;
using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>A member that nobody can take for a real one: "Membre fictif 07", known by a code, without SIREN, place or date of birth.</summary>
internal static class FictionalMember
{
    /// <param name="pole">Its pole.</param>
    /// <param name="number">Number in the pole: 1–20 first circle, 41–49 former, 61–80 second circle.</param>
    /// <param name="status">Legal status, or <c>siae</c>.</param>
    /// <param name="family">Family.</param>
    /// <param name="criteria">Membership criteria.</param>
    public static Member Of(StudiedPole pole, int number, string status, string family, IReadOnlyList<string> criteria)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"fictif-{number:00}");
        var draw = Draw.Of("member", pole.Key, code);
        var label = status == "siae" ? draw.And("siae").OneOf<string>(["aci", "aci", "aci", "ei", "ei", "ai", "etti"]) : null;
        if (label is not null)
            status = label == "etti" ? "scop" : "association";
        var form = label == "ai" ? new LegalForm("9222", null) : LegalForms.Of(status, employersGroup: false, draw);
        var partner = family is "authority" or "research";
        return new Member(pole.Key, code, string.Create(CultureInfo.InvariantCulture, $"Membre fictif {number:00}"), [], form.Category, status, form.Cooperative,
            label is null ? [] : [label], family, family is "authority" ? "none" : Sectors.Of(pole, draw), Sectors.Functions(pole, draw, label is not null, partner),
            Lead: false, Founder: number <= 2 && family == "ess", family is "research" ? ["member", "research-partner"] : ["member"], criteria, Large: false,
            new Dictionary<string, string>());
    }
}
