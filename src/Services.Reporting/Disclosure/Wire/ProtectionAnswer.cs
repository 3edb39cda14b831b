namespace Ptce.Reporting.Disclosure.Wire;

/// <summary>The same tables, protected. What is suppressed is not in it.</summary>
/// <param name="Tables">The tables, their cells in the order of the request.</param>
/// <param name="Optimal">Whether nothing cheaper is safe (proved).</param>
/// <param name="Cost">Cost of the secondary suppressions, in the unit asked for.</param>
/// <param name="Bound">No safe pattern costs less than this (proved).</param>
/// <param name="Safe">Whether every unsafe cell is protected; what is not safe must not be published.</param>
/// <param name="Exposed">Cells that are not protected, and to whom.</param>
/// <param name="Warnings">What could not be judged.</param>
/// <param name="Exports">Files in another format, when asked for.</param>
internal sealed record ProtectionAnswer(
    IReadOnlyList<TableAnswer> Tables, bool Optimal, decimal Cost, decimal Bound, bool Safe, IReadOnlyList<ExposedCell> Exposed, IReadOnlyList<WarningAnswer> Warnings,
    IReadOnlyList<ExportedFile>? Exports = null);

/// <summary>What an attacker can compute.</summary>
/// <param name="Tables">The tables, with the interval of each suppressed cell.</param>
/// <param name="Safe">Whether every unsafe cell is protected.</param>
/// <param name="Exposed">Cells that are not protected, and to whom.</param>
/// <param name="Warnings">What could not be judged.</param>
internal sealed record AuditAnswer(IReadOnlyList<TableAnswer> Tables, bool Safe, IReadOnlyList<ExposedCell> Exposed, IReadOnlyList<WarningAnswer> Warnings);

/// <summary>One table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its dimensions, as asked.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record TableAnswer(string Name, IReadOnlyList<DimensionInput> Dimensions, IReadOnlyList<CellAnswer> Cells);

/// <summary>One cell.</summary>
/// <param name="At">Its codes.</param>
/// <param name="Status"><c>published</c>, <c>frequency</c>, <c>dominance</c> or <c>secondary</c>.</param>
/// <param name="Value">Its value, when published.</param>
/// <param name="Count">Its number of contributors, when published and known.</param>
/// <param name="Low">Where suppressed: the least value an outsider deems possible; absent when unbounded.</param>
/// <param name="High">Where suppressed: the greatest; absent when unbounded.</param>
internal sealed record CellAnswer(IReadOnlyList<string> At, string Status, decimal? Value = null, decimal? Count = null, decimal? Low = null, decimal? High = null);

/// <summary>A cell that someone can know too well.</summary>
/// <param name="Table">Its table.</param>
/// <param name="At">Its codes.</param>
/// <param name="Reason"><c>published</c>: an unsafe cell is public; <c>interval</c>: computed too narrowly; <c>insider</c>: by a contributor.</param>
/// <param name="Insider">Which contributor, when one.</param>
internal sealed record ExposedCell(string Table, IReadOnlyList<string> At, string Reason, string? Insider = null);

/// <summary>Something that the caller should know.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Table">Table concerned.</param>
/// <param name="Message">In the language of the request.</param>
internal sealed record WarningAnswer(string Code, string Table, string Message);

/// <summary>A file in another format.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">Its text.</param>
internal sealed record ExportedFile(string Name, string Content);
