using System.Globalization;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Economics.Perimeters;

namespace Ptce.Finance.Economics.ChangeLines;

/// <summary>A change whose values are right in themselves.</summary>
internal sealed record CheckedChange(
    HarmonisedLine Line,
    int Number,
    int Base,
    bool Remove,
    long Cents,
    Destination? Destination,
    Funder? Funder,
    string? FunderKey,
    Perimeter? Perimeter,
    bool Premises,
    string Provenance,
    string? Source,
    string? Comment)
{
    private const long LargestCents = 100_000_000_000_00;

    /// <summary>What the change says, as one text: a repeated id with another text is an error.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture,
        $"{Line.Code}/{Number}|{Base}|{Remove}|{Cents}|{Destination}|{Funder}|{FunderKey}|{Perimeter}|{Premises}|{Provenance}|{Source}|{Comment}");

    /// <summary>Reads a client's change; a <see cref="LineFault"/> says what is wrong with it.</summary>
    public static CheckedChange? Read(LineChange change, out LineFault? fault)
    {
        fault = Faults(change).FirstOrDefault();
        if (fault is not null)
            return null;
        var line = LineCatalogue.Get(change.Line!);
        Destination? destination = change.Destination is { } d && Wire<Destination>.TryParse(d, out var parsed) ? parsed : null;
        Funder? funder = change.Funder is { } f && Wire<Funder>.TryParse(f, out var given) ? given : line.Funder;
        Perimeter? perimeter = change.Perimeter is { } p && Wire<Perimeter>.TryParse(p, out var tagged) ? tagged : null;
        return new(line, change.N, change.Base, change.Remove, change.Remove ? 0 : (long)(change.Amount!.Value * 100), destination, funder, change.FunderKey, perimeter,
            change.Premises ?? (line.Premises || destination is Economics.Destination.Premises), change.Provenance ?? Economics.Provenance.Typed, change.Source, change.Comment);
    }

    private static IEnumerable<LineFault> Faults(LineChange change)
    {
        if (change.Id == Guid.Empty)
            yield return LineFault.IdMissing;
        if (change.Line is null || LineCatalogue.Find(change.Line) is not { } line)
        {
            yield return LineFault.Unknown;
            yield break;
        }
        if (change.N is < 1 or > 999)
            yield return LineFault.NumberOutOfRange;
        if (change.Base < 0)
            yield return LineFault.BaseNegative;
        if (change.Remove)
            yield break;
        if (change.Amount is not { } amount)
            yield return LineFault.AmountMissing;
        else if (amount * 100 != decimal.Truncate(amount * 100) || Math.Abs(amount) > LargestCents / 100)
            yield return LineFault.AmountWrong;
        if (change.Destination is { } destination && (line.Side is not LineSide.Expense and not LineSide.Use || !Wire<Destination>.TryParse(destination, out _)))
            yield return LineFault.DestinationWrong;
        if (change.Funder is { } funder && (line.Group is not LineGroup.Grants || !Wire<Funder>.TryParse(funder, out _)))
            yield return LineFault.FunderWrong;
        if (change.Perimeter is { } perimeter && !Wire<Perimeter>.TryParse(perimeter, out _))
            yield return LineFault.PerimeterWrong;
        if (change.Provenance is { } provenance && !Economics.Provenance.Exists(provenance))
            yield return LineFault.ProvenanceWrong;
        if (change is { FunderKey.Length: > 100 } or { Source.Length: > 500 } or { Comment.Length: > 2000 })
            yield return LineFault.TextTooLong;
    }
}
