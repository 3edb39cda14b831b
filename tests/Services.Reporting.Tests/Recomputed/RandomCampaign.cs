using Ptce.Grid.Canonical;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Recomputed;

/// <summary>A campaign drawn at random from a seed: shared members, contradicting poles, sections not signed, and values missing everywhere.</summary>
internal sealed class RandomCampaign
{
    private static readonly string[] Statuses = ["association", "scic", "scop", "company", "authority", "university", "foundation"];
    private static readonly string[] Families = ["ess", "non-ess", "authority", "research", "training", "other"];
    private static readonly string[] Perimeters = ["coordinator", "support", "leader"];
    private static readonly string[] Stages = ["none", "in-project", "some-members", "generalised"];

    private static readonly (string Line, string Group, string? Funder)[] Income =
    [
        ("S.ETAT", "grants", "state"), ("S.ETAT.PTCE", "grants", "state"), ("S.REG", "grants", "region"), ("S.EPCI", "grants", "epci"), ("S.PRIV", "grants", "private"), ("S.NV", "grants", "not-allocated"),
        ("I.COT", "internal", null), ("I.LOY", "internal", null), ("I.CONV", "internal", null), ("I.SRV", "internal", null), ("E.PRE", "external", null), ("P.NV", "unresolved", null), ("X.FIN", "other", null),
    ];

    private readonly Random _random;

    public RandomCampaign(int seed)
    {
        _random = new Random(seed);
        Poles = [.. Enumerable.Range(1, 3 + _random.Next(9)).Select(number => $"pole-{number:00}").Select(pole => (pole, (IReadOnlyList<SectionCopy>)[.. Sections(pole)]))];
        Participants = Poles.Count + _random.Next(3);
    }

    public IReadOnlyList<(string Pole, IReadOnlyList<SectionCopy> Copies)> Poles { get; }

    public int Participants { get; }

    public CampaignFacts Facts => new(
        2015,
        "2015",
        new DateOnly(2015, 6, 30),
        2014,
        false,
        Participants,
        [.. Poles.Select((pole, place) => PoleFacts.Read(pole.Pole, pole.Pole, 1, place.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), pole.Copies))]);

    private IEnumerable<SectionCopy> Sections(string pole)
    {
        if (!Rarely())
            yield return Morphology(pole);
        if (!Rarely())
            yield return Cooperation(pole);
        if (!Rarely())
            yield return Governance(pole);
        if (!Rarely())
            yield return Economics(pole);
        if (Often())
            yield return Impacts(pole);
    }

    private SectionCopy Morphology(string pole)
    {
        var draft = new CopyDraft("morphology", pole).Record("pole", "pole", "document", ("consentTables", Often()), ("secondCircleCountable", Often()), ("firstCooperationYear", Often() ? 2009 + _random.Next(6) : null));
        foreach (var organisation in Enumerable.Range(0, _random.Next(21)).Select(_ => Organisation(pole)).Distinct().ToList())
        {
            draft.Record("organisation", organisation, "document", ("status", Often() ? Pick(Statuses) : null), ("family", Often() ? Pick(Families) : null));
            var entry = Often() ? new DateOnly(2008 + _random.Next(8), 1 + _random.Next(12), 1 + _random.Next(28)) : (DateOnly?)null;
            var move = entry?.AddDays(200 + _random.Next(900));
            var circle = _random.Next(3) == 0 ? "2" : "1";
            var moves = move is not null && Rarely();
            var exit = moves ? move : Rarely() ? (entry ?? new DateOnly(2012, 1, 1)).AddDays(1 + _random.Next(1500)) : null;
            draft.Record("belonging", $"{organisation}@{Iso(entry)}", "document", ("organisation", organisation), ("circle", circle), ("entry", Iso(entry)), ("exit", Iso(exit)));
            if (moves)
                draft.Record("belonging", $"{organisation}@{Iso(move)}", "document", ("organisation", organisation), ("circle", circle == "1" ? "2" : "1"), ("entry", Iso(move)));
            if (Often())
                draft.Record("figures", $"{organisation}/2014", "member", ("organisation", organisation), ("year", 2014), ("fte", Often() ? Cents(40) : null), ("fteCounts", Often() ? !Rarely() : null),
                    ("insertionPosts", Rarely() ? Cents(9) : null), ("insertionContracts", Rarely() ? _random.Next(30) : null), ("residents", Rarely() ? _random.Next(30) : null),
                    ("people", Often() ? 3 + _random.Next(4) : null), ("peopleVolunteers", Often() ? _random.Next(3) : null), ("peopleHeads", Rarely() ? 1 : null));
        }
        return draft.Done();
    }

    private SectionCopy Cooperation(string pole)
    {
        var draft = new CopyDraft("cooperation", pole);
        foreach (var activity in new[] { "C1.1", "C1.2", "C1.3", "C1.4", "C2.1", "C2.2", "C3.1" })
            _ = Often() ? draft.Item(activity, Pick(Stages)) : draft.Unknown(activity);
        foreach (var number in Enumerable.Range(1, _random.Next(6)))
            draft.Record("project", $"p{number}", "interview-1", ("kind", "other"), ("year", 2014 + _random.Next(3)), ("from", Rarely() ? "2013-01-01" : null), ("to", Rarely() ? "2015-12-31" : null),
                ("active", Rarely() ? Often() : null), ("members", Enumerable.Range(0, 1 + _random.Next(7)).Select(_ => Organisation(pole)).Distinct().ToArray()));
        return draft.Done();
    }

    private SectionCopy Governance(string pole)
    {
        var draft = new CopyDraft("governance", pole);
        if (Often())
            draft.Item("G8.fte", Cents(3).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        return Often() ? draft.Item("G7.time", _random.Next(101).ToString(System.Globalization.CultureInfo.InvariantCulture)).Done() : draft.Unknown("G7.time").Done();
    }

    private SectionCopy Economics(string pole)
    {
        var draft = new CopyDraft("economics", pole).Record("economics", "economics", "document", ("situation", Pick(["autonomous", "analytic", "not-separable"])), ("forecast", Rarely() && Rarely()),
            ("premisesIncluded", Often() ? Often() : null), ("secondmentValued", Often() ? Often() : null));
        var tagged = Often();
        string? Perimeter() => tagged || Often() ? Pick(Perimeters) : null;
        foreach (var (line, group, funder) in Income.Where(_ => Often()))
            draft.Record("line", line + "/1", "document", ("line", line), ("side", "income"), ("group", group), ("amount", Cents(line == "S.NV" ? 3000 : 60_000)), ("funder", funder), ("perimeter", Perimeter()));
        foreach (var (line, destination) in new[] { ("C.PER", "coordination"), ("C.COM", "coordination"), ("C.LOC", "premises"), ("C.ACH", "projects") }.Where(_ => Often()))
            draft.Record("line", line + "/1", "document", ("line", line), ("side", "expense"), ("amount", Cents(60_000)), ("destination", destination), ("perimeter", Perimeter()));
        if (Often())
            draft.Record("line", "V.MAD/1", "document", ("line", "V.MAD"), ("side", "contribution"), ("amount", Cents(9_000)), ("perimeter", Perimeter()))
                .Record("line", "U.MAD/1", "document", ("line", "U.MAD"), ("side", "use"), ("amount", Cents(9_000)), ("perimeter", Perimeter()));
        return draft.Done();
    }

    private SectionCopy Impacts(string pole)
    {
        var draft = new CopyDraft("impacts", pole);
        foreach (var number in Enumerable.Range(1, _random.Next(5)))
            draft.Record("enterprise", $"e{number}", "document", ("date", Often() ? $"{2009 + _random.Next(9)}-03-01" : null), ("stillMember", Often() ? Often() : null));
        return draft.Done();
    }

    /// <summary>Every fourth organisation is one that other poles may have too.</summary>
    private string Organisation(string pole) => _random.Next(4) == 0 ? $"siren:90000000{_random.Next(6)}" : $"code:{pole}/{_random.Next(25):00}";

    private static string? Iso(DateOnly? date) => date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private decimal Cents(int most) => _random.Next(most * 100) / 100m;

    private string Pick(string[] among) => among[_random.Next(among.Length)];

    private bool Often() => _random.Next(4) != 0;

    private bool Rarely() => _random.Next(5) == 0;
}
