using Ptce.Finance.Ledgers.Mapping;

namespace Ptce.Finance.Tests.Ledgers;

/// <summary>The same economic facts give the same table, whatever the chart of accounts they were booked in.</summary>
public sealed class RegimeTests
{
    // What happened: an operating grant, an investment subsidy's share, fees, gifts, another body's contribution, a disposal, aid to members, volunteering, gifts in kind.
    private static readonly (string Line, long Cents)[] Facts =
    [
        ("S.REG", 4_000_000), ("S.INV", 250_000), ("I.COT", 120_000), ("X.DON", 90_000), ("X.CF", 70_000), ("X.CES", 30_000),
        ("C.AID", 55_000), ("C.VNC", 20_000), ("C.PER", 3_000_000), ("V.BEN", 800_000), ("V.DON", 60_000), ("U.BEN", 800_000), ("U.SEC", 60_000),
    ];

    // Account and label of each fact in each structure's books.
    private static readonly Dictionary<string, (int Year, (string Account, string Label)[] Books)> Structures = new()
    {
        ["PCA1999"] = (2019,
        [
            ("740000", "Subventions d’exploitation"), ("777000", "Quote-part de subvention d’investissement"), ("756000", "Cotisations"), ("754000", "Collectes"), ("758000", "Contribution reçue"), ("775000", "Produits de cession"),
            ("657000", "Subventions versées"), ("675000", "Valeur comptable cédée"), ("641000", "Salaires"), ("870000", "Bénévolat"), ("875000", "Dons en nature"), ("864000", "Personnel bénévole"), ("860000", "Secours en nature"),
        ]),
        ["PCA2018"] = (2021,
        [
            ("740000", "Subventions d’exploitation"), ("777000", "Quote-part de subvention d’investissement"), ("756100", "Cotisations"), ("754110", "Dons manuels"), ("755100", "Contributions financières"), ("775000", "Produits de cession"),
            ("657100", "Aides financières"), ("675000", "Valeur comptable cédée"), ("641000", "Salaires"), ("875000", "Bénévolat"), ("870000", "Dons en nature"), ("864000", "Personnel bénévole"), ("860000", "Secours en nature"),
        ]),
        ["PCG2014"] = (2021,
        [
            ("740000", "Subventions d’exploitation"), ("777000", "Quote-part de subvention d’investissement"), ("706900", "Cotisations des associés"), ("758200", "Dons reçus"), ("758300", "Contributions financières reçues"), ("775000", "Produits de cession"),
            ("658100", "Aides aux membres"), ("675000", "Valeur comptable cédée"), ("641000", "Salaires"), ("875000", "Bénévolat"), ("870000", "Dons en nature"), ("864000", "Bénévoles"), ("860000", "Secours en nature"),
        ]),
        ["PCG2025"] = (2025,
        [
            ("741000", "Subventions d’exploitation"), ("747000", "Quote-part de subvention d’investissement"), ("706900", "Cotisations des associés"), ("758200", "Dons reçus"), ("758300", "Contributions financières reçues"), ("757000", "Produits de cession"),
            ("658100", "Aides aux membres"), ("657000", "Valeur comptable cédée"), ("641000", "Salaires"), ("875000", "Bénévolat"), ("870000", "Dons en nature"), ("864000", "Bénévoles"), ("860000", "Secours en nature"),
        ]),
        ["PCA2025"] = (2025,
        [
            ("741000", "Subventions d’exploitation"), ("747000", "Quote-part de subvention d’investissement"), ("756100", "Cotisations"), ("754110", "Dons manuels"), ("755100", "Contributions financières"), ("757000", "Produits de cession"),
            ("657100", "Aides financières"), ("652000", "Valeur comptable cédée"), ("641000", "Salaires"), ("875000", "Bénévolat"), ("870000", "Dons en nature"), ("864000", "Personnel bénévole"), ("860000", "Secours en nature"),
        ]),
    };

    [Theory]
    [InlineData("PCA1999")]
    [InlineData("PCA2018")]
    [InlineData("PCA2025")]
    [InlineData("PCG2014")]
    [InlineData("PCG2025")]
    public async Task The_same_facts_give_the_same_harmonised_table(string regime)
    {
        var (year, books) = Structures[regime];
        var reading = await Reading.ReadAsync(FecFile.Bytes(Book(year, books)), Reading.Options(year));
        Assert.False(reading.Findings.HasErrors, string.Join("; ", reading.Findings.First.Take(3)));
        // What no number tells, the structure says once: PCA 1999 had no account for other bodies' contributions, PCG has none for aid to members.
        var mapped = MapLedger.Run(reading.Ledger, MappingOptions.For(regime) with
        {
            Overrides = regime switch
            {
                "PCA1999" => [new("7580", "X.CF", "Contribution d’un autre organisme")],
                "PCG2014" or "PCG2025" => [new("6581", "C.AID", "Aides versées aux membres")],
                _ => [],
            },
        });
        Assert.Equal(Facts.OrderBy(fact => fact.Line), mapped.Lines.Select(line => (line.Line, line.Cents)).OrderBy(fact => fact.Line));
        Assert.Empty(mapped.Unmapped);
    }

    [Theory]
    [InlineData("PCA1999", "870000", "V.BEN")]
    [InlineData("PCA2018", "870000", "V.DON")]
    [InlineData("PCA1999", "875000", "V.DON")]
    [InlineData("PCA2018", "875000", "V.BEN")]
    [InlineData("PCA2025", "875000", "V.BEN")]
    [InlineData("PCA2018", "754100", "X.DON")]
    [InlineData("PCG2014", "754000", "X.RIS")]
    [InlineData("PCA2018", "755000", "X.CF")]
    [InlineData("PCG2014", "755000", "X.DIV")]
    [InlineData("PCA2018", "756000", "I.COT")]
    [InlineData("PCG2025", "756000", "X.DIV")]
    [InlineData("PCA2018", "757000", "X.DIV")]
    [InlineData("PCA2025", "757000", "X.CES")]
    [InlineData("PCG2025", "757000", "X.CES")]
    [InlineData("PCA2018", "777000", "S.INV")]
    [InlineData("PCA2025", "747000", "S.INV")]
    [InlineData("PCA2025", "652000", "C.VNC")]
    [InlineData("PCA2018", "652000", "C.GES")]
    [InlineData("PCA2018", "657000", "C.AID")]
    [InlineData("PCG2025", "657000", "C.VNC")]
    [InlineData("PCA2018", "730000", "S.CP")]
    [InlineData("PCA1999", "758800", "X.DON")]
    [InlineData("PCA2018", "758800", "X.DIV")]
    [InlineData("PCA2018", "789400", "X.REP.FD")]
    [InlineData("PCA2018", "689400", "C.DOT.FD")]
    [InlineData("PCA2018", "791000", "X.TRF")]
    [InlineData("PCA2018", "613200", "C.LOC")]
    [InlineData("PCG2014", "621400", "C.PEX")]
    [InlineData("PCG2014", "695000", "C.IS")]
    public void An_account_means_what_its_chart_says(string regime, string account, string line) =>
        Assert.Equal(line, ChartOfAccounts.Of(regime).Find(account, "")!.Member);

    [Theory]
    [InlineData("PCA2025", "791000")]
    [InlineData("PCG2025", "791000")]
    [InlineData("PCG2014", "730000")]
    public void An_account_that_its_chart_does_not_have_is_listed_not_dropped(string regime, string account) =>
        Assert.Null(ChartOfAccounts.Of(regime).Find(account, ""));

    [Theory]
    [InlineData(true, 2019, "PCA1999")]
    [InlineData(true, 2020, "PCA2018")]
    [InlineData(true, 2024, "PCA2018")]
    [InlineData(true, 2025, "PCA2025")]
    [InlineData(false, 2024, "PCG2014")]
    [InlineData(false, 2025, "PCG2025")]
    public void The_chart_in_force_follows_legal_form_and_opening_date(bool association, int year, string regime) =>
        Assert.Equal(regime, Regimes.InForce(association, new DateOnly(year, 1, 1)));

    private static IEnumerable<SampleLine> Book(int year, (string Account, string Label)[] books)
    {
        var date = new DateOnly(year, 6, 30);
        for (var i = 0; i < Facts.Length; i++)
        {
            var (account, label) = books[i];
            var number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var credit = account[0] == '7' || account.StartsWith("87", StringComparison.Ordinal);
            var text = i == 0 ? "Subvention Région" : label;
            if (account[0] == '8')
            {
                // Uses and contributions face each other: 864 against bénévolat, 860 against gifts in kind.
                if (!credit)
                    continue;
                var use = Array.FindIndex(Facts, fact => fact.Line == (Facts[i].Line == "V.BEN" ? "U.BEN" : "U.SEC"));
                yield return new("OD", "Opérations diverses", number, date, books[use].Account, books[use].Label, "", "", "P" + number, text, Facts[i].Cents, 0);
                yield return new("OD", "Opérations diverses", number, date, account, label, "", "", "P" + number, text, 0, Facts[i].Cents);
                continue;
            }
            yield return new("OD", "Opérations diverses", number, date, account, label, "", "", "P" + number, text, credit ? 0 : Facts[i].Cents, credit ? Facts[i].Cents : 0);
            yield return new("OD", "Opérations diverses", number, date, "512000", "Banque", "", "", "P" + number, text, credit ? Facts[i].Cents : 0, credit ? 0 : Facts[i].Cents);
        }
    }
}
