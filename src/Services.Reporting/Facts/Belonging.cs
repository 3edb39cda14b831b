using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>A period in which an organisation belongs to a pole in one circle (période d'appartenance), entry included, exit excluded.</summary>
/// <param name="Organisation">Business key of the organisation.</param>
/// <param name="Circle">Innermost circle in which it counts: 1 or 2.</param>
/// <param name="Entry">Null: since before the pole kept dates.</param>
/// <param name="Exit">Null: still open.</param>
/// <param name="Origin">What it rests on.</param>
internal sealed record Belonging(string Organisation, int Circle, DateOnly? Entry, DateOnly? Exit, Provenance Origin)
{
    public bool IsOpen(DateOnly date) => (Entry is null || Entry <= date) && (Exit is null || Exit > date);

    public static Belonging Read(CopiedRecord record) => new(
        record["organisation"]?.AsText ?? throw new FormatException($"Belonging {record.Key} names no organisation."),
        (int)(record["circle"]?.AsDecimal ?? throw new FormatException($"Belonging {record.Key} names no circle.")),
        record["entry"]?.AsDate,
        record["exit"]?.AsDate,
        Provenances.Read(record.OriginOf("circle")) | Provenances.Read(record.OriginOf("organisation")));
}
