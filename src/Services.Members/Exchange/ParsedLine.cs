using System.Text.Json.Nodes;
using Ptce.Members.Identifiers;

namespace Ptce.Members.Exchange;

/// <summary>A line whose cells were read: keys, and what it tells of organisation, membership and figures.</summary>
internal sealed record ParsedLine(TableLine Line, string? Pole, string? Code, string? Siren, string? Rna)
{
    /// <summary>Columns in which a cell could not be read.</summary>
    public required HashSet<string> Unread { get; init; }

    /// <summary>The line names its member and pole.</summary>
    public bool IsKeyed { get; init; }

    public required JsonObject Organisation { get; init; }

    public required JsonObject Figures { get; init; }

    public string? Circle { get; init; }

    public DateOnly? Entry { get; init; }

    public DateOnly? Exit { get; init; }

    public required IReadOnlyList<string> Criteria { get; init; }

    public bool? Founder { get; init; }

    public bool? Lead { get; init; }

    public int? Year { get; init; }

    public required string Provenance { get; init; }

    public string? Source { get; init; }

    /// <summary>A date or circle was told, readable or not.</summary>
    public bool TellsPeriod => Line[Columns.Circle] is not null || Line[Columns.Entry] is not null || Line[Columns.Exit] is not null;

    public bool PeriodRead => !Unread.Overlaps([Columns.Circle.Name, Columns.Entry.Name, Columns.Exit.Name]);

    public static ParsedLine Of(TableLine line, List<CellFault> faults)
    {
        var first = faults.Count;
        var reader = new LineReader(line, faults);
        var siren = Identifier(Columns.Siren, Identifiers.Siren.Check);
        var rna = Identifier(Columns.Rna, Identifiers.Rna.Check);
        if (line[Columns.Pole] is null)
            reader.Fault(FieldRules.Missing, Columns.Pole);
        if (line[Columns.Code] is { } code && Slug.CheckMemberCode(code) is { } malformed)
            reader.Fault(malformed, Columns.Code);
        if (line[Columns.Siren] is null && line[Columns.Rna] is null && line[Columns.Code] is null)
            reader.Fault(Organisations.OrganisationRules.KeyMissing, Columns.Siren);
        var isKeyed = faults.Count == first;
        var parsed = new ParsedLine(line, line[Columns.Pole], line[Columns.Code], siren, rna)
        {
            IsKeyed = isKeyed,
            Unread = [],
            Organisation = reader.Read(Columns.Organisation.Where(c => c != Columns.Siren && c != Columns.Rna)),
            Figures = reader.Read(Columns.Figures),
            Circle = reader.Code(Columns.Circle),
            Entry = reader.Date(Columns.Entry),
            Exit = reader.Date(Columns.Exit),
            Criteria = reader.Codes(Columns.Criteria),
            Founder = reader.Flag(Columns.Founder),
            Lead = reader.Flag(Columns.Lead),
            Year = reader.Year(),
            Provenance = reader.Code(Columns.Provenance) ?? "imported",
            Source = line[Columns.Source],
        };
        if (siren is not null)
            parsed.Organisation["siren"] = siren;
        if (rna is not null)
            parsed.Organisation["rna"] = rna;
        if (line[Columns.Year] is null && parsed.Figures.Count > 0)
            reader.Fault(ExchangeRules.YearMissing, Columns.Year);
        if (line[Columns.Circle] is null && parsed.TellsPeriod)
            reader.Fault(ExchangeRules.CircleMissing, Columns.Circle);
        parsed.Unread.UnionWith(faults.Skip(first).Select(f => f.Column));
        return parsed;

        string? Identifier(Column column, Check check)
        {
            if (line[column] is not { } text)
                return null;
            if (check(text, out var normal) is not { } broken)
                return normal;
            reader.Fault(broken, column);
            return null;
        }
    }

    private delegate Rule? Check(string text, out string normal);
}
