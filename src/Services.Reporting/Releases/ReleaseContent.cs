using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;
using Ptce.Reporting.Protection;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Releases;

/// <summary>The data of one release: head, tables and figures, a pure function of what is signed.</summary>
internal sealed record ReleaseContent(ReleaseHead Head, IReadOnlyList<Table> Tables, IReadOnlyList<Figure> Figures)
{
    /// <summary>Outcome of disclosure control; null when read back from the store, where it stands on the release.</summary>
    [JsonIgnore]
    public ProtectionOutcome? Outcome { get; init; }

    private static readonly JsonSerializerOptions Json = ReleaseJson.Options;

    /// <summary>Computes and protects a release.</summary>
    /// <param name="campaign">What is signed.</param>
    /// <param name="earlier">Releases of the same year that are public already.</param>
    /// <param name="ct">Cancels the protection.</param>
    public static ReleaseContent Compute(CampaignFacts campaign, IReadOnlyList<EarlierRelease> earlier, CancellationToken ct)
    {
        var secured = ProtectRelease.Run(TableCatalogue.Compute(campaign), IndicatorCatalogue.Compute(campaign), earlier, ct);
        return new(ReleaseHead.Of(campaign), secured.Tables, secured.Figures) { Outcome = secured.Outcome };
    }

    /// <summary>SHA-256 of the data.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json)));

    public Release ToRelease(Guid campaign, int number, DateTime now) => new()
    {
        Year = Head.Year,
        Number = number,
        CampaignId = campaign,
        CreatedAt = now,
        Digest = Digest(),
        Suppressed = Outcome!.Suppressed,
        Cells = Outcome.Cells,
        Safe = Outcome.Safe,
        Optimal = Outcome.Optimal,
        Head = JsonSerializer.Serialize(Head, Json),
    };

    public IEnumerable<ReleaseTable> ToTables(int number) => Tables.Select(table => new ReleaseTable
    {
        Year = Head.Year,
        Number = number,
        Code = table.Code,
        Content = JsonSerializer.Serialize(table, Json),
    });

    public IEnumerable<ReleaseFigure> ToFigures(int number)
    {
        var places = Head.Poles.Select((pole, place) => (pole.Digest, place)).ToDictionary(one => one.Digest, one => one.place, StringComparer.Ordinal);
        return Figures.Select((figure, position) => new ReleaseFigure
        {
            Year = Head.Year,
            Number = number,
            Position = position,
            Code = figure.Code,
            Measure = figure.Measure,
            PoleKey = figure.Pole,
            Period = figure.Period,
            Value = figure.Value,
            Unit = figure.Unit,
            N = figure.N,
            Missing = figure.Missing,
            Status = figure.Status,
            Origin = figure.Origin,
            Visibility = figure.Visibility,
            RestsOn = string.Join(',', figure.Versions.Select(version => places[version]).Order()),
        });
    }

    /// <summary>Reads a stored release back.</summary>
    public static ReleaseContent Read(Release release, IEnumerable<ReleaseTable> tables, IEnumerable<ReleaseFigure> figures)
    {
        var head = JsonSerializer.Deserialize<ReleaseHead>(release.Head, Json)!;
        var order = TableCatalogue.All.Select((table, place) => (table.Code, place)).ToDictionary(one => one.Code, one => one.place, StringComparer.Ordinal);
        return new(
            head,
            [.. tables.OrderBy(table => order.GetValueOrDefault(table.Code, int.MaxValue)).Select(table => JsonSerializer.Deserialize<Table>(table.Content, Json)!)],
            [.. figures.OrderBy(figure => figure.Position).Select(figure => Read(figure, head))]);
    }

    private static Figure Read(ReleaseFigure figure, ReleaseHead head) => new(
        figure.Code,
        figure.Measure,
        figure.PoleKey,
        figure.Period,
        figure.Value,
        figure.Unit,
        figure.N,
        figure.Missing,
        [.. figure.RestsOn.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(place => head.Poles[int.Parse(place, System.Globalization.CultureInfo.InvariantCulture)].Digest).Order(StringComparer.Ordinal)],
        figure.Origin,
        figure.Visibility,
        figure.Status);
}
