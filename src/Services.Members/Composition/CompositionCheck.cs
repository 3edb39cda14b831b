namespace Ptce.Members.Composition;

/// <summary>A member as the décret sees it.</summary>
/// <param name="Family">Family, null when not determined.</param>
/// <param name="LegalPerson">False for a natural person.</param>
internal sealed record Associate(string? Family, bool LegalPerson);

/// <summary>One condition of the composition.</summary>
/// <param name="Code"><c>three-legal-persons</c>, <c>ess-enterprise</c>, <c>non-ess-enterprise</c>, <c>other-person</c>.</param>
/// <param name="Outcome"><c>met</c>, <c>not-met</c>, or <c>undecided</c> when members without a family could meet it.</param>
/// <param name="Found">Members that count for it.</param>
/// <param name="Required">How many it takes.</param>
internal sealed record Condition(string Code, string Outcome, int Found, int Required);

/// <summary>
/// Composition of a PTCE by décret n° 2015-431, art. 3: at least three legal persons, among them an ESS enterprise, an enterprise
/// outside ESS, and another person of article 9 of loi 2014-856 (authority, research, training, or anyone else). "Another" is
/// read as neither of the two. It binds laureates of a call only, so breaking it is a warning.
/// </summary>
internal static class CompositionCheck
{
    /// <summary>The four conditions over the members of both circles.</summary>
    public static IReadOnlyList<Condition> Of(IReadOnlyCollection<Associate> members)
    {
        var undetermined = members.Count(m => m.Family is null);
        return
        [
            Judge("three-legal-persons", members.Count(m => m.LegalPerson), 3, 0),
            Judge("ess-enterprise", members.Count(m => m.Family is "ess"), 1, undetermined),
            Judge("non-ess-enterprise", members.Count(m => m.Family is "non-ess"), 1, undetermined),
            Judge("other-person", members.Count(m => m.Family is "authority" or "research" or "training" or "other"), 1, undetermined),
        ];
    }

    private static Condition Judge(string code, int found, int required, int undetermined)
    {
        var outcome = found >= required ? "met" : found + undetermined >= required ? "undecided" : "not-met";
        return new(code, outcome, found, required);
    }
}
