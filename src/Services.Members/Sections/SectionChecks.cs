using Ptce.Members.Composition;
using Ptce.Members.ExtraItems;
using Ptce.Members.Figures;

namespace Ptce.Members.Sections;

/// <summary>Something that the checks found in a section.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Blocking">An error that prevents submission, or a warning.</param>
/// <param name="Subject">Business key of the member, null for the whole pole.</param>
internal sealed record Finding(Rule Rule, bool Blocking, string? Subject);

/// <summary>Outcome of the checks of a section (contrôles).</summary>
/// <param name="Findings">Errors and warnings.</param>
/// <param name="Answered">Values told.</param>
/// <param name="Expected">Values asked for.</param>
/// <param name="Complete">Everything required is there.</param>
internal sealed record Checked(IReadOnlyList<Finding> Findings, int Answered, int Expected, bool Complete)
{
    public int Blocking => Findings.Count(f => f.Blocking);

    public int Warnings => Findings.Count(f => !f.Blocking);
}

/// <summary>Checks of the morphology section.</summary>
internal static class SectionChecks
{
    public static readonly Rule NoFirstCircle = new("members.morphology.no-first-circle", "Aucun membre dans le premier cercle à la date de référence.", "No member in the first circle at the reference date.", "Enregistrez les membres du premier cercle, ou corrigez leurs dates.", "Register the members of the first circle, or correct their dates.");
    public static readonly Rule CountingRuleMissing = new("members.morphology.counting-rule-missing", "La règle de comptage de l'année n'est pas dite.", "The counting rule of the year is not told.", "Dites qui compte dans le premier cercle, par exemple « membres du conseil d'administration ».", "Say who counts in the first circle, e.g. \"members of the board\".");
    public static readonly Rule FamilyUndetermined = new("members.morphology.family-undetermined", "La famille de ce membre n'est pas déterminée.", "This member's family is not determined.", "Donnez sa catégorie juridique, son statut ou sa famille.", "Give its legal category, status or family.");
    public static readonly Rule SecondCircleNotCountable = new("members.morphology.second-circle", "Des membres sont dans un second cercle dit non dénombrable.", "There are members in a second circle that is said not to be countable.", "Corrigez l'un ou l'autre.", "Correct one or the other.");

    private static readonly Dictionary<string, Rule> Composition = new(StringComparer.Ordinal)
    {
        ["three-legal-persons"] = Decree("three-legal-persons", "Moins de trois personnes morales", "Fewer than three legal persons"),
        ["ess-enterprise"] = Decree("ess-enterprise", "Aucune entreprise de l'ESS", "No ESS enterprise"),
        ["non-ess-enterprise"] = Decree("non-ess-enterprise", "Aucune entreprise hors ESS", "No enterprise outside ESS"),
        ["other-person"] = Decree("other-person", "Aucune autre personne de l'article 9", "No other person of article 9"),
    };

    public static Checked Run(PoleMorphology morphology, DateOnly referenceDate)
    {
        var findings = new List<Finding>();
        var present = morphology.Members.Where(m => m.CircleAt(referenceDate) is not null).ToList();
        var first = present.Where(m => m.CircleAt(referenceDate) == "1").ToList();
        var rule = morphology.Year?.Facts.CountingRule;
        if (first.Count == 0)
            findings.Add(new(NoFirstCircle, true, null));
        if (rule is null)
            findings.Add(new(CountingRuleMissing, false, null));
        if (morphology.Year?.Facts.SecondCircleCountable == false && present.Count > first.Count)
            findings.Add(new(SecondCircleNotCountable, false, null));
        foreach (var member in present.Where(m => m.Organisation.Facts.At(referenceDate).Family is null))
            findings.Add(new(FamilyUndetermined, false, member.Organisation.Key));
        if (present.Count > 0)
        {
            var associates = present.Select(m => new Associate(m.Organisation.Facts.At(referenceDate).Family, !m.Organisation.NaturalPerson)).ToList();
            findings.AddRange(CompositionCheck.Of(associates).Where(c => c.Outcome != "met").Select(c => new Finding(Composition[c.Code], false, null)));
        }
        var asked = Asked(morphology, first, referenceDate).ToList();
        var extras = first.Select(m => (m.Organisation.Key, Report: Extras.Report(m.Figures?.Facts.Extras, morphology.Definition, "figures", referenceDate)))
            .Append((Key: morphology.Pole?.Key ?? "", Report: Extras.Report(morphology.Year?.Facts.Extras, morphology.Definition, "pole", referenceDate))).Where(e => e.Report is not null).ToList();
        findings.AddRange(extras.SelectMany(e => e.Report!.Errors, (e, error) => new Finding(
            new(error.Code, $"{error.Item} : {error.Message.Fr}", $"{error.Item}: {error.Message.En}", error.Remedy.Fr, error.Remedy.En), true, e.Key)));
        return new(
            findings,
            asked.Count(told => told) + extras.Sum(e => e.Report!.Answered),
            asked.Count + extras.Sum(e => e.Report!.Expected),
            first.Count > 0 && rule is not null && extras.TrueForAll(e => e.Report!.Complete));
    }

    // What the core of the grid asks of each first-circle member, and of the pole.
    private static IEnumerable<bool> Asked(PoleMorphology morphology, List<MemberState> first, DateOnly referenceDate)
    {
        yield return morphology.Pole?.TerritoryKind is not null;
        yield return morphology.Year?.Facts.CountingRule is not null;
        foreach (var member in first)
        {
            yield return member.Organisation.Facts.At(referenceDate).Status is not null;
            yield return member.Organisation.Sector is not null;
            yield return member.Belongings.Any(b => b.Circle == "1" && b.Entry is not null);
            // What was taken over from last year is a proposal until somebody confirms it.
            var figures = member.Figures?.Facts is { Provenance: not PrefillFigures.Provenance } told ? told : null;
            yield return figures?.Fte is not null;
            yield return figures?.IncomeBand is not null;
            yield return figures?.People is not null;
        }
    }

    private static Rule Decree(string code, string fr, string en) => new(
        "members.composition." + code,
        fr + " (décret 2015-431, art. 3).",
        en + " (décret 2015-431, art. 3).",
        "Vérifiez les familles des membres ; la condition n'oblige que les lauréats d'un appel à projets.",
        "Check the families of the members; the condition binds laureates of a call only.");
}
