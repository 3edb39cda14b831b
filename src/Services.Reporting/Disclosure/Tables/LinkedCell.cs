namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>A cell of the linked tables (cellule): one, however many tables show it.</summary>
internal sealed class LinkedCell(int index, string variable, IReadOnlyList<string> codes)
{
    /// <summary>Place among the cells of all tables.</summary>
    public int Index { get; } = index;

    /// <summary>What it measures.</summary>
    public string Variable { get; } = variable;

    /// <summary>Its codes outside totals, for telling about a cell that no table shows.</summary>
    public IReadOnlyList<string> Codes { get; } = codes;

    /// <summary>Whether it is a total in some table.</summary>
    public bool IsTotal { get; set; }

    /// <summary>Its value; set once known.</summary>
    public decimal? Value { get; set; }

    /// <summary>Number of contributors (effectif), null when nobody said.</summary>
    public decimal? Count { get; set; }

    /// <summary>Contributions, null when nobody said.</summary>
    public Contributions? Contributions { get; set; }

    /// <summary>Whether a table shows it; a margin that none shows is computed and stays hidden.</summary>
    public bool Shown { get; set; }

    /// <summary>What earlier releases decided.</summary>
    public Holding Holding { get; set; }

    /// <summary>May be published by name: never unsafe.</summary>
    public bool Exempt { get; set; }

    /// <summary>Counts things, rather than adding up amounts.</summary>
    public bool IsCount { get; set; } = true;

    /// <summary>Verdict of the rules.</summary>
    public Rules.Sensitivity Sensitivity { get; set; }

    /// <summary>Whether the attacker knows it whatever is hidden: public, publishable by name, or empty by construction.</summary>
    public bool IsKnown => Exempt || Holding == Holding.Published || !Shown && !IsTotal;

    /// <summary>Whether it must be hidden before any choice is made: unsafe, hidden by an earlier release, or a margin that no table shows.</summary>
    public bool IsForced => !IsKnown && (Sensitivity != Rules.Sensitivity.None || Holding == Holding.Suppressed || !Shown);
}

/// <summary>What earlier releases decided about a cell.</summary>
internal enum Holding
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>It is public.</summary>
    Published,

    /// <summary>It was hidden and must stay so.</summary>
    Suppressed,
}

/// <summary>A total and its parts (relation d'additivité).</summary>
/// <param name="Total">Index of the total.</param>
/// <param name="Parts">Indexes of the parts.</param>
internal sealed record Relation(int Total, int[] Parts);

/// <summary>Where a cell of the request stands.</summary>
/// <param name="Table">Table, from 0.</param>
/// <param name="Cell">Cell of that table, from 0.</param>
/// <param name="Index">Index among the linked cells.</param>
internal sealed record CellPlace(int Table, int Cell, int Index);

/// <summary>The cells of all tables and what ties them.</summary>
/// <param name="Cells">Cells, in the order in which the tables name them.</param>
/// <param name="Relations">Additive relations, each once.</param>
/// <param name="Places">Where each cell of the request stands, in its order.</param>
/// <param name="Unjudged">Tables of amounts where some contributions are unknown: dominance cannot be judged there.</param>
internal sealed record LinkedTables(IReadOnlyList<LinkedCell> Cells, IReadOnlyList<Relation> Relations, IReadOnlyList<CellPlace> Places, IReadOnlyList<int> Unjudged);
