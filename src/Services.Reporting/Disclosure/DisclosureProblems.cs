using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Disclosure;

/// <summary>Failures of disclosure control.</summary>
internal static class DisclosureProblems
{
    /// <summary>The tables cannot be read.</summary>
    public static readonly Problem Invalid = new("reporting.disclosure.invalid", 400,
        "Les tableaux à protéger sont incomplets ou incohérents. Corrigez ce qui est indiqué puis renvoyez la requête.",
        "The tables to protect are incomplete or inconsistent. Correct what is named and send the request again.");

    /// <summary>The tables are too large to be protected in one request.</summary>
    public static readonly Problem TooLarge = new("reporting.disclosure.too-large", 413,
        "Ces tableaux dépassent la taille traitée en une requête. Protégez-les par groupes qui ne partagent pas de cellules.",
        "These tables exceed what one request can protect. Protect them in groups that share no cell.");
}
