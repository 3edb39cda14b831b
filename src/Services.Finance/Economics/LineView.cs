namespace Ptce.Finance.Economics;

/// <summary>A line as the API shows it; amounts in EUR.</summary>
internal sealed record LineView(
    string Line,
    int N,
    int Revision,
    string Side,
    string Group,
    decimal Amount,
    bool Removed,
    string? Destination,
    string? Funder,
    string? FunderKey,
    string? Perimeter,
    bool Premises,
    string Provenance,
    string? Source,
    string? Comment,
    Guid? Import)
{
    public static LineView Of(EconomicLine line) => new(
        line.Line,
        line.Number,
        line.Revision,
        Wire<Lines.LineSide>.Of(line.Definition.Side),
        Wire<Lines.LineGroup>.Of(line.Definition.Group),
        line.Cents / 100m,
        line.Removed,
        Wire<Destination>.Of(line.Destination),
        Wire<Lines.Funder>.Of(line.Funder),
        line.FunderKey,
        Wire<Perimeters.Perimeter>.Of(line.Perimeter),
        line.Premises,
        line.Provenance,
        line.Source,
        line.Comment,
        line.ImportId);
}
