namespace Ptce.Finance.Ledgers.Mapping;

/// <summary>Where the amount of a posting goes.</summary>
/// <param name="Member">Line when the counterpart is a member, or the only line.</param>
/// <param name="Third">Line when the counterpart is a third party.</param>
/// <param name="Unknown">Line when the counterpart is not known.</param>
/// <param name="ByFunder">The line depends on the funder.</param>
internal sealed record MappingTarget(string Member, string Third, string Unknown, bool ByFunder = false)
{
    public bool ByParty => !ByFunder && Member != Third;

    /// <summary>Reads <c>S.INV</c>, <c>funder</c>, or <c>member|third|unknown</c>.</summary>
    public static MappingTarget Read(string to) => to.Split('|') switch
    {
        ["funder"] => new("S.NV", "S.NV", "S.NV", ByFunder: true),
        [var line] => new(line, line, line),
        [var member, var third, var unknown] => new(member, third, unknown),
        _ => throw new FormatException($"'{to}' is not a target of a mapping."),
    };
}

/// <summary>Accounts that go to a line, by the first digits of their number.</summary>
/// <param name="Accounts">First digits.</param>
/// <param name="To">Target: a line, <c>funder</c>, or <c>member|third|unknown</c>.</param>
/// <param name="Regimes">Charts in which this holds; null for all.</param>
internal sealed record AccountRule(IReadOnlyList<string> Accounts, string To, IReadOnlyList<string>? Regimes = null);

/// <summary>What words in a label say.</summary>
/// <param name="Of">Label that is looked at: <c>account</c> or <c>funder</c> (the line, the third party and the account).</param>
/// <param name="Words">Words in capitals without accents, any of which is enough.</param>
/// <param name="To">Target.</param>
/// <param name="Accounts">First digits of accounts for which it holds; null for all.</param>
/// <param name="Regimes">Charts in which this holds; null for all.</param>
internal sealed record LabelRule(string Of, IReadOnlyList<string> Words, string To, IReadOnlyList<string>? Accounts = null, IReadOnlyList<string>? Regimes = null);

/// <summary>A pole's own rule, which comes before the chart's (règle propre).</summary>
/// <param name="Accounts">First digits.</param>
/// <param name="Line">Harmonised line; null leaves it to the chart.</param>
/// <param name="Reason">Why.</param>
/// <param name="Destination">What these expenses are for.</param>
/// <param name="Perimeter">Innermost perimeter that counts them.</param>
/// <param name="Premises">They belong to the premises.</param>
internal sealed record MappingOverride(string Accounts, string? Line, string Reason, string? Destination = null, string? Perimeter = null, bool? Premises = null);

/// <summary>What a third party of the ledger is to the pole (tiers), known by its auxiliary account.</summary>
/// <param name="Auxiliary">Auxiliary account.</param>
/// <param name="Kind"><c>member</c>, <c>third</c> or <c>funder</c>.</param>
/// <param name="Line">Line for what it pays: the grant line of a funder, <c>I.CONV</c> for a member with an agreement.</param>
/// <param name="Siren">SIREN, if known.</param>
/// <param name="From">First day on which this holds; null for ever before.</param>
/// <param name="To">Last day on which this holds; null for ever after.</param>
internal sealed record Counterparty(string Auxiliary, string Kind, string? Line = null, string? Siren = null, DateOnly? From = null, DateOnly? To = null);
