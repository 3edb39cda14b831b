using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Economics.Perimeters;

namespace Ptce.Finance.Economics;

/// <summary>One line of a pole's economics: an amount on a harmonised line, with what is known about it.</summary>
internal sealed class EconomicLine
{
    public long Id { get; init; }

    public Guid YearId { get; init; }

    /// <summary>Code of the harmonised line.</summary>
    public required string Line { get; init; }

    /// <summary>Tells several lines of one code apart, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Raised by every change; a removed line keeps its row, so that revisions never start again.</summary>
    public int Revision { get; set; }

    public bool Removed { get; set; }

    /// <summary>EUR cents, in the sign of the side: income is positive when credited, expense when debited.</summary>
    public long Cents { get; set; }

    public Destination? Destination { get; set; }

    public Funder? Funder { get; set; }

    /// <summary>The funder itself, e.g. <c>siren:233500016</c>.</summary>
    public string? FunderKey { get; set; }

    /// <summary>Innermost perimeter that counts the line; null while not documented.</summary>
    public Perimeter? Perimeter { get; set; }

    public bool Premises { get; set; }

    public required string Provenance { get; set; }

    /// <summary>Where it stands (pièce justificative), e.g. an annual report and its page.</summary>
    public string? Source { get; set; }

    public string? Comment { get; set; }

    /// <summary>The ledger import that the amount comes from; null when typed.</summary>
    public Guid? ImportId { get; set; }

    public HarmonisedLine Definition => LineCatalogue.Get(Line);

    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}/{Number}");
}
