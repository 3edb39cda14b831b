using Ptce.Grid.Canonical;
using Ptce.Reporting.Facts;

namespace Ptce.Reporting.Tests.Invented;

/// <summary>
/// A PTCE that does not exist, small enough to work every figure out by hand. Circles at 30 June 2015: first a b c d e, second f h; g left
/// at the end of 2014; c moved in from the second circle on 1 January 2014.
/// </summary>
internal static class LesTilleuls
{
    public const string Key = "les-tilleuls";

    public static CampaignFacts Campaign(bool demonstration = false) => Alone([.. Copies()], demonstration);

    public static CampaignFacts Alone(IReadOnlyList<SectionCopy> copies, bool demonstration = false) => new(
        2015,
        "2015",
        new DateOnly(2015, 6, 30),
        2014,
        demonstration,
        2,
        [PoleFacts.Read(Key, "Les Tilleuls", 1, new string('a', 64), copies)]);

    public static IEnumerable<SectionCopy> Copies()
    {
        yield return Morphology();
        yield return Cooperation();
        yield return Governance();
        yield return Economics();
        yield return Impacts();
    }

    public static SectionCopy Morphology() => new CopyDraft("morphology", Key)
        .Record("pole", "pole", "document", ("name", "Les Tilleuls"), ("countingRule", "membres du bureau"), ("secondCircleCountable", true), ("consentTables", true), ("firstCooperationYear", 2010))
        .Record("organisation", "code:les-tilleuls/a", "document", ("status", "association"), ("family", "ess"), ("sector", "arts-culture"), ("integration", (string[])["aci"]), ("functions", (string[])["local-development"]))
        .Record("organisation", "code:les-tilleuls/b", "document", ("status", "scic"), ("family", "ess"), ("sector", "catering"), ("functions", (string[])["work-integration", "third-places"]))
        .Record("organisation", "code:les-tilleuls/c", "document", ("status", "company"), ("family", "non-ess"), ("sector", "building"))
        .Record("organisation", "code:les-tilleuls/d", "synthetic", ("status", "scop"), ("family", "ess"), ("sector", "building"))
        .Record("organisation", "code:les-tilleuls/e", "document", ("status", "authority"), ("family", "authority"), ("sector", "none"), ("functions", (string[])["territorial-engineering"]))
        .Record("organisation", "code:les-tilleuls/f", "document", ("status", "association"), ("family", "ess"), ("sector", "education"))
        .Record("organisation", "code:les-tilleuls/g", "document", ("status", "company"), ("family", "non-ess"), ("sector", "industry"))
        .Record("organisation", "code:les-tilleuls/h", "document", ("status", "university"), ("family", "research"), ("sector", "education"))
        .Record("belonging", "code:les-tilleuls/a@2011-03-01", "document", ("organisation", "code:les-tilleuls/a"), ("circle", "1"), ("entry", "2011-03-01"))
        .Record("belonging", "code:les-tilleuls/b@2012-09-01", "document", ("organisation", "code:les-tilleuls/b"), ("circle", "1"), ("entry", "2012-09-01"))
        .Record("belonging", "code:les-tilleuls/c@2012-01-01", "document", ("organisation", "code:les-tilleuls/c"), ("circle", "2"), ("entry", "2012-01-01"), ("exit", "2014-01-01"))
        .Record("belonging", "code:les-tilleuls/c@2014-01-01", "document", ("organisation", "code:les-tilleuls/c"), ("circle", "1"), ("entry", "2014-01-01"))
        .Record("belonging", "code:les-tilleuls/d@2015-01-15", "document", ("organisation", "code:les-tilleuls/d"), ("circle", "1"), ("entry", "2015-01-15"))
        .Record("belonging", "code:les-tilleuls/e@2011-03-01", "document", ("organisation", "code:les-tilleuls/e"), ("circle", "1"), ("entry", "2011-03-01"))
        .Record("belonging", "code:les-tilleuls/f@2013-05-01", "document", ("organisation", "code:les-tilleuls/f"), ("circle", "2"), ("entry", "2013-05-01"))
        .Record("belonging", "code:les-tilleuls/g@2011-03-01", "document", ("organisation", "code:les-tilleuls/g"), ("circle", "1"), ("entry", "2011-03-01"), ("exit", "2014-12-31"))
        .Record("belonging", "code:les-tilleuls/h@2015-06-30", "document", ("organisation", "code:les-tilleuls/h"), ("circle", "2"), ("entry", "2015-06-30"))
        .Record("figures", "code:les-tilleuls/a/2014", "member", ("organisation", "code:les-tilleuls/a"), ("year", 2014), ("fte", 12.50m), ("fteCounts", true), ("insertionPosts", 6.00m), ("insertionContracts", 14), ("people", 3), ("peopleHeads", 1), ("peopleEmployees", 1), ("peopleVolunteers", 1))
        .Record("figures", "code:les-tilleuls/b/2014", "member", ("organisation", "code:les-tilleuls/b"), ("year", 2014), ("fte", 9.00m), ("fteCounts", true), ("people", 2), ("peopleVolunteers", 0))
        .Record("figures", "code:les-tilleuls/c/2014", "synthetic", ("organisation", "code:les-tilleuls/c"), ("year", 2014), ("fte", 4.25m), ("fteCounts", true))
        .Record("figures", "code:les-tilleuls/e/2014", "document", ("organisation", "code:les-tilleuls/e"), ("year", 2014), ("fte", 300.00m), ("fteCounts", false), ("fteCountsReason", "authority"), ("people", 1), ("peopleVolunteers", 0))
        .Done();

    public static SectionCopy Cooperation() => new CopyDraft("cooperation", Key)
        .Item("C1.1", "generalised")
        .Item("C1.1.description", "generalised")
        .Item("C1.2", "some-members")
        .Item("C1.3", "none")
        .Unknown("C1.4")
        .Item("C2.1", "in-project")
        .Item("C2.3", "generalised")
        .Record("project", "p1", "interview-1", ("title", "Cantine"), ("kind", "co-production"), ("year", 2015), ("members", Members("a", "b", "c")))
        .Record("project", "p2", "interview-1", ("title", "Chantier"), ("kind", "subcontracting"), ("year", 2015), ("members", Members("c", "d")))
        .Record("project", "p3", "interview-1", ("title", "Fête"), ("kind", "other"), ("from", "2014-09-01"), ("to", "2016-06-30"), ("members", Members("a", "b", "c", "d", "e", "f")))
        .Record("project", "p4", "interview-1", ("title", "Arrêté"), ("kind", "other"), ("year", 2015), ("active", false), ("members", Members("a", "e")))
        .Done();

    public static SectionCopy Governance() => new CopyDraft("governance", Key)
        .Item("G1", "association-board")
        .Item("G7.time", "30.00")
        .Item("G8.fte", "1.50")
        .Done();

    public static SectionCopy Economics() => new CopyDraft("economics", Key)
        .Record("economics", "economics", "document", ("situation", "autonomous"), ("forecast", false), ("premisesIncluded", true), ("supportIncluded", true), ("secondmentValued", true))
        .Record("line", "S.REG/1", "document", Income("S.REG", "grants", 30_000m, "coordinator", "region"))
        .Record("line", "S.ETAT.PTCE/1", "document", Income("S.ETAT.PTCE", "grants", 20_000m, "support", "state"))
        .Record("line", "S.PRIV/1", "document", Income("S.PRIV", "grants", 5_000m, "coordinator", "private"))
        .Record("line", "I.COT/1", "document", Income("I.COT", "internal", 4_000m, "coordinator"))
        .Record("line", "I.LOY/1", "document", [.. Income("I.LOY", "internal", 16_000m, "coordinator"), ("premises", true)])
        .Record("line", "I.CONV/1", "document", Income("I.CONV", "internal", 5_000m, "leader"))
        .Record("line", "E.PRE/1", "synthetic", Income("E.PRE", "external", 15_000m, "support"))
        .Record("line", "X.FIN/1", "document", Income("X.FIN", "other", 500m, "coordinator"))
        .Record("line", "X.DIV/1", "document", Income("X.DIV", "other", 4_500m, "coordinator"))
        .Record("line", "C.PER/1", "document", Expense("C.PER", 40_000m, "coordinator", "coordination"))
        .Record("line", "C.COM/1", "document", Expense("C.COM", 3_000m, "support", "coordination"))
        .Record("line", "C.LOC/1", "document", Expense("C.LOC", 12_000m, "coordinator", "premises"))
        .Record("line", "C.ACH/1", "document", Expense("C.ACH", 20_000m, "coordinator", "projects"))
        .Record("line", "V.BEN/1", "document", ("line", "V.BEN"), ("side", "contribution"), ("amount", 6_000m))
        .Record("line", "V.MAD/1", "document", ("line", "V.MAD"), ("side", "contribution"), ("amount", 8_000m), ("perimeter", "leader"))
        .Record("line", "U.MAD/1", "document", ("line", "U.MAD"), ("side", "use"), ("amount", 8_000m), ("perimeter", "leader"))
        .Record("line", "U.BEN/1", "document", ("line", "U.BEN"), ("side", "use"), ("amount", 6_000m))
        .Done();

    public static SectionCopy Impacts() => new CopyDraft("impacts", Key)
        .Record("enterprise", "e1", "document", ("date", "2010-05-01"), ("stillMember", true))
        .Record("enterprise", "e2", "document", ("date", "2014-05-01"), ("stillMember", false))
        .Record("enterprise", "e3", "document", ("date", "2016-05-01"), ("stillMember", true))
        .Done();

    private static string[] Members(params string[] codes) => [.. codes.Select(code => "code:les-tilleuls/" + code)];

    private static (string, object?)[] Income(string line, string group, decimal amount, string perimeter, string? funder = null) =>
        [("line", line), ("side", "income"), ("group", group), ("amount", amount), ("perimeter", perimeter), ("funder", funder)];

    private static (string, object?)[] Expense(string line, decimal amount, string perimeter, string destination) =>
        [("line", line), ("side", "expense"), ("amount", amount), ("perimeter", perimeter), ("destination", destination)];
}
