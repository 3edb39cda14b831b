namespace Ptce.Demonstration.Set;

/// <summary>
/// An organisation of the data set. <paramref name="Told"/> names the fields that the study tells, with the place; every other field is
/// made by the rule and synthetic.
/// </summary>
/// <param name="Pole">PoleKey.</param>
/// <param name="Code">Member code inside the pole: there is no SIREN in this data set.</param>
/// <param name="Name">Name: as the study writes it, or <c>Membre fictif 07</c>.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="LegalCategory">INSEE category, four digits; null where it would have to be invented for no use.</param>
/// <param name="Status">Legal status; null follows from the category.</param>
/// <param name="CooperativeForm">Co-operative form, or null.</param>
/// <param name="Labels">Integration types.</param>
/// <param name="Family">ESS, non-ESS, authority, research, training, other.</param>
/// <param name="Sector">Main sector (Table 5).</param>
/// <param name="Functions">Transverse functions (Table 6).</param>
/// <param name="Lead">Lead structure (structure porteuse).</param>
/// <param name="Founder">Founder of the pole.</param>
/// <param name="Relations">What else it is to the pole.</param>
/// <param name="Criteria">Membership criteria.</param>
/// <param name="Large">Above 50 FTE.</param>
/// <param name="Told">Fields told by the study, with their source.</param>
internal sealed record Member(
    string Pole, string Code, string Name, IReadOnlyList<string> Aliases, string? LegalCategory, string Status, string? CooperativeForm, IReadOnlyList<string> Labels,
    string Family, string Sector, IReadOnlyList<string> Functions, bool Lead, bool Founder, IReadOnlyList<string> Relations, IReadOnlyList<string> Criteria, bool Large,
    IReadOnlyDictionary<string, string> Told)
{
    private static readonly string[] WorkIntegration = ["aci", "ei", "ai", "etti", "eiti"];

    /// <summary>The study names this organisation.</summary>
    public bool Named => Told.Count > 0;

    /// <summary>A structure of work integration (SIAE).</summary>
    public bool IsSiae => Labels.Any(WorkIntegration.Contains);

    /// <summary>An enterprise, ESS or not.</summary>
    public bool IsEnterprise => Family is "ess" or "non-ess";
}

/// <summary>A period in which a member counted in a circle; entry included, exit excluded, null = since or until nobody knows when.</summary>
internal sealed record Belonging(string Member, int Circle, DateOnly? Entry, DateOnly? Exit, bool CircleTold)
{
    public bool OpenAt(DateOnly day) => (Entry is null || Entry <= day) && (Exit is null || day < Exit);
}

/// <summary>How a pole counts its circles in the year of the campaign.</summary>
internal sealed record CountingRule(string Fr, bool SecondCircleCountable, bool RuleTold, bool SecondCircleTold, string Source);

/// <summary>A member's figures of one year; money in euros, FTE with two decimals.</summary>
internal sealed record YearlyFigures(
    string Member, int Year, decimal? Fte, int? Income, string? IncomeBand, string? IncomeBasis, int? InsertionPosts, int? InsertionContracts,
    int? ProfessionalisationContracts, int? SalariedEntrepreneurs, int? Residents, int Heads, int Presidents, int Employees, int Volunteers, IReadOnlyDictionary<string, string> Told)
{
    /// <summary>People involved in cooperation by their work, as the study counts them.</summary>
    public int Professionals => Heads + Presidents + Employees;

    /// <summary>People involved in cooperation, volunteers too.</summary>
    public int People => Professionals + Volunteers;
}

/// <summary>A pole's fiscal year.</summary>
internal sealed record FiscalYear(
    int Year, string Situation, string SituationSource, bool? PremisesIncluded, bool? SupportIncluded, bool? SecondmentValued, bool PremisesTold, IReadOnlyList<BudgetLine> Lines)
{
    /// <summary>Sum of the lines of one side, euros.</summary>
    public int Total(string side) => Lines.Where(l => l.Side == side).Sum(l => l.Amount);
}

/// <summary>A line of the economics table.</summary>
/// <param name="Code">Harmonised line, e.g. <c>I.LOY</c>.</param>
/// <param name="Number">Tells apart lines of one code.</param>
/// <param name="Side"><c>income</c>, <c>expense</c>, <c>contribution</c>, <c>use</c>, <c>equity</c>.</param>
/// <param name="Amount">Euros.</param>
/// <param name="Destination">Destination of an expense.</param>
/// <param name="Perimeter">Innermost perimeter that counts the line.</param>
/// <param name="Told">Where the study tells the amount; null when made by the rule.</param>
internal sealed record BudgetLine(string Code, int Number, string Side, int Amount, string? Destination, string? Perimeter, string? Told);

/// <summary>An answer to one item of the grid.</summary>
/// <param name="Item">Item code.</param>
/// <param name="Row">Row of a table, told by a word; null outside tables.</param>
/// <param name="Value">Text, number, boolean or array of texts.</param>
/// <param name="State">Instead of a value: <c>unknown</c> or <c>not-applicable</c>.</param>
/// <param name="Examples">Examples of achievements.</param>
/// <param name="Comment">Comment.</param>
/// <param name="Told">Where the study tells it; null when made by the rule.</param>
internal sealed record GridAnswer(string Item, string? Row, object? Value, string? State, IReadOnlyList<string> Examples, string? Comment, string? Told);
