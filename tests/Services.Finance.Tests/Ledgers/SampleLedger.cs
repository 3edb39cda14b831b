namespace Ptce.Finance.Tests.Ledgers;

/// <summary>One line of a made-up ledger, with every column as the law names it.</summary>
public sealed record SampleLine(
    string Journal,
    string JournalLabel,
    string Number,
    DateOnly Date,
    string Account,
    string AccountLabel,
    string Auxiliary,
    string AuxiliaryLabel,
    string Piece,
    string Label,
    long Debit,
    long Credit,
    string Lettering = "",
    string Analytic = "");

/// <summary>
/// A balanced, plausible ledger of a small structure, the same for the same seed: opening balances, sales to members and others, grants, purchases,
/// payroll, bank, depreciation, volunteering, a few credit notes with negative amounts.
/// </summary>
public sealed class SampleLedger(int seed, int year)
{
    private static readonly (string Account, string Label)[] Sales =
        [("706100", "Prestations de services"), ("708300", "Locations diverses"), ("708400", "Mise à disposition de personnel facturée"), ("707000", "Ventes de marchandises"), ("706800", "Prélèvement sur affaires entre membres")];

    private static readonly (string Account, string Label)[] Purchases =
        [("606400", "Fournitures administratives"), ("613200", "Locations immobilières"), ("622600", "Honoraires"), ("623700", "Publications"), ("625100", "Voyages et déplacements"), ("626000", "Frais postaux et télécommunications"), ("604000", "Études et prestations"), ("615000", "Entretien")];

    private static readonly (string Auxiliary, string Name, string Label)[] Grants =
        [("FREG", "Région Hauts-de-France", "Subvention Région fonctionnement"), ("FDEP", "Conseil départemental", "Subvention Département"), ("FMET", "Métropole", "Subvention Métropole"), ("FETAT", "DREETS", "Subvention État appel à projets PTCE"), ("FUE", "Autorité de gestion", "FEDER axe 3"), ("FX", "Divers", "Aide exceptionnelle")];

    private readonly Random _random = new(seed);

    public int Year => year;

    public IEnumerable<SampleLine> Lines(int atLeast)
    {
        var written = 0;
        var numbers = new Dictionary<string, int>();
        foreach (var line in Opening(Next("AN")))
        {
            written++;
            yield return line;
        }
        for (var day = 0; written < atLeast || day < 60; day++)
        {
            var date = new DateOnly(year, 1, 1).AddDays((int)((long)Math.Min(written, atLeast) * 364 / Math.Max(atLeast, 1)));
            foreach (var line in Entry(date, Next))
            {
                written++;
                yield return line;
            }
        }

        string Next(string journal)
        {
            numbers[journal] = numbers.GetValueOrDefault(journal) + 1;
            return numbers[journal].ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private SampleLine[] Opening(string number)
    {
        var date = new DateOnly(year, 1, 1);
        return
        [
            Line("AN", "À nouveaux", number, date, "512000", "Banque", 5000000, 0, "AN"),
            Line("AN", "À nouveaux", number, date, "101300", "Capital souscrit", 0, 3000000, "AN"),
            Line("AN", "À nouveaux", number, date, "110000", "Report à nouveau", 0, 2000000, "AN"),
        ];
    }

    private SampleLine[] Entry(DateOnly date, Func<string, string> next) => _random.Next(20) switch
    {
        < 7 => Sale(date, next("VE")),
        < 13 => Purchase(date, next("AC")),
        < 16 => Bank(date, next("BQ")),
        16 => Grant(date, next("OD")),
        17 => Payroll(date, next("OD")),
        18 => Volunteering(date, next("OD")),
        _ => Other(date, next("OD")),
    };

    private SampleLine[] Sale(DateOnly date, string number)
    {
        var customer = _random.Next(40);
        var (account, label) = Sales[_random.Next(Sales.Length)];
        var cents = Cents();
        var (aux, name) = ($"C{customer:D4}", $"Client {customer} É");
        var piece = $"F{number}";
        if (_random.Next(30) == 0)
            cents = -cents;
        return
        [
            Line("VE", "Ventes", number, date, "411000", "Clients", cents, 0, piece, aux, name),
            Line("VE", "Ventes", number, date, account, label, 0, cents, piece, analytic: Axis(customer)),
        ];
    }

    private SampleLine[] Purchase(DateOnly date, string number)
    {
        var supplier = _random.Next(60);
        var first = Purchases[_random.Next(Purchases.Length)];
        var second = Purchases[_random.Next(Purchases.Length)];
        var (one, two) = (Cents(), Cents());
        var piece = $"A{number}";
        return
        [
            Line("AC", "Achats", number, date, first.Account, first.Label, one, 0, piece, analytic: Axis(supplier)),
            Line("AC", "Achats", number, date, second.Account, second.Label, two, 0, piece, analytic: Axis(supplier + 1)),
            Line("AC", "Achats", number, date, "401000", "Fournisseurs", 0, one + two, piece, $"F{supplier:D4}", $"Fournisseur n° {supplier}"),
        ];
    }

    private SampleLine[] Bank(DateOnly date, string number)
    {
        var customer = _random.Next(40);
        var cents = Cents();
        return
        [
            Line("BQ", "Banque", number, date, "512000", "Banque", cents, 0, $"R{number}"),
            Line("BQ", "Banque", number, date, "411000", "Clients", 0, cents, $"R{number}", $"C{customer:D4}", $"Client {customer} É") with { Lettering = "AA" },
        ];
    }

    private SampleLine[] Grant(DateOnly date, string number)
    {
        var (aux, name, label) = Grants[_random.Next(Grants.Length)];
        var cents = Cents() * 10;
        return
        [
            Line("OD", "Opérations diverses", number, date, "441000", "Subventions à recevoir", cents, 0, $"S{number}", aux, name),
            Line("OD", "Opérations diverses", number, date, year >= 2025 ? "741000" : "740000", "Subventions d’exploitation", 0, cents, $"S{number}") with { Label = label },
        ];
    }

    private SampleLine[] Payroll(DateOnly date, string number)
    {
        var gross = Cents() * 5;
        var charges = gross * 4 / 10;
        return
        [
            Line("OD", "Opérations diverses", number, date, "641100", "Salaires", gross, 0, $"P{number}"),
            Line("OD", "Opérations diverses", number, date, "645100", "Cotisations à l’Urssaf", charges, 0, $"P{number}"),
            Line("OD", "Opérations diverses", number, date, "421000", "Personnel", 0, gross, $"P{number}"),
            Line("OD", "Opérations diverses", number, date, "431000", "Sécurité sociale", 0, charges, $"P{number}"),
        ];
    }

    private SampleLine[] Volunteering(DateOnly date, string number)
    {
        var cents = Cents();
        return
        [
            Line("OD", "Opérations diverses", number, date, "864000", "Personnel bénévole", cents, 0, $"B{number}"),
            Line("OD", "Opérations diverses", number, date, year >= 2020 ? "875000" : "870000", "Bénévolat", 0, cents, $"B{number}"),
        ];
    }

    private SampleLine[] Other(DateOnly date, string number)
    {
        var cents = Cents();
        return _random.Next(3) switch
        {
            0 =>
            [
                Line("OD", "Opérations diverses", number, date, "681100", "Dotations aux amortissements", cents, 0, $"D{number}"),
                Line("OD", "Opérations diverses", number, date, "281500", "Amortissements", 0, cents, $"D{number}"),
            ],
            1 =>
            [
                Line("OD", "Opérations diverses", number, date, "512000", "Banque", cents, 0, $"K{number}"),
                Line("OD", "Opérations diverses", number, date, "756100", "Cotisations", 0, cents, $"K{number}"),
            ],
            _ =>
            [
                Line("OD", "Opérations diverses", number, date, "512000", "Banque", cents, 0, $"I{number}"),
                Line("OD", "Opérations diverses", number, date, "768000", "Autres produits financiers", 0, cents, $"I{number}"),
            ],
        };
    }

    private static SampleLine Line(
        string journal, string journalLabel, string number, DateOnly date, string account, string accountLabel, long debit, long credit, string piece,
        string auxiliary = "", string auxiliaryLabel = "", string analytic = "") =>
        new(journal, journalLabel, number, date, account, accountLabel, auxiliary, auxiliaryLabel, piece, $"Écriture {piece} — {accountLabel}", debit, credit, "", analytic);

    private long Cents() => _random.NextInt64(1, 250000);

    private static string Axis(int n) => n % 3 == 0 ? "PTCE" : n % 3 == 1 ? "LIEU" : "AUTRE";
}
