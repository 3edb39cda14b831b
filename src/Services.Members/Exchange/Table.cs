namespace Ptce.Members.Exchange;

/// <summary>A line of a file and its cells, trimmed; empty cells are left out.</summary>
/// <param name="Number">Line, the headers being 1.</param>
/// <param name="Cells">Cells by column.</param>
internal sealed record TableLine(int Number, IReadOnlyDictionary<Column, string> Cells)
{
    public string? this[Column column] => Cells.GetValueOrDefault(column);
}

/// <summary>A file read whole, or why it cannot be.</summary>
/// <param name="Lines">Lines under the headers.</param>
/// <param name="Faults">What is wrong with headers and form.</param>
internal sealed record Table(IReadOnlyList<TableLine> Lines, IReadOnlyList<CellFault> Faults);

/// <summary>What is wrong with a cell.</summary>
internal sealed record CellFault(Rule Rule, int Line, string Column, string? Value);
