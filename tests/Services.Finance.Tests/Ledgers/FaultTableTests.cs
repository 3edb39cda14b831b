using System.Text;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Finance.Tests.Ledgers;

/// <summary>Every kind of faulty file, with what is found in it, how grave it is, and where.</summary>
public sealed class FaultTableTests
{
    // A sound file of five lines: opening, a sale, a purchase. Columns: 0 JournalCode … 10 EcritureLib, 11 Debit, 12 Credit, 13 EcritureLet, 14 DateLet, 15 ValidDate, 16 Montantdevise, 17 Idevise.
    private static readonly string[] Sound =
    [
        "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise",
        "AN\tÀ nouveaux\t1\t20210101\t512000\tBanque\t\t\tAN\t20210101\tOuverture\t100,00\t0,00\t\t\t20210101\t\t",
        "AN\tÀ nouveaux\t1\t20210101\t110000\tReport à nouveau\t\t\tAN\t20210101\tOuverture\t0,00\t100,00\t\t\t20210101\t\t",
        "VE\tVentes\t1\t20210301\t411000\tClients\tC1\tClient un\tF1\t20210301\tFacture\t50,00\t0,00\tA\t20210401\t20210302\t\t",
        "VE\tVentes\t1\t20210301\t706000\tPrestations\t\t\tF1\t20210301\tFacture\t0,00\t50,00\t\t\t20210302\t\t",
        "VE\tVentes\t2\t20210401\t411000\tClients\tC1\tClient un\tF2\t20210401\tFacture\t20,00\t0,00\t\t\t20210402\t\t",
        "VE\tVentes\t2\t20210401\t706000\tPrestations\t\t\tF2\t20210401\tFacture\t0,00\t20,00\t\t\t20210402\t\t",
    ];

    private static readonly Dictionary<string, (Func<string[], byte[]> Spoil, FindingKind Kind, Severity Severity, int Line)> Faults = new()
    {
        ["an empty file"] = (_ => [], FindingKind.FileEmpty, Severity.Error, 0),
        ["a byte order mark alone"] = (_ => [0xEF, 0xBB, 0xBF], FindingKind.FileEmpty, Severity.Error, 0),
        ["a header without an entry"] = (lines => Bytes(lines[..1]), FindingKind.FileWithoutEntry, Severity.Error, 0),
        ["XML"] = (_ => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><comptabilite/>"), FindingKind.FileXml, Severity.Error, 0),
        ["UTF-16 with a mark"] = (lines => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(string.Join("\n", lines))], FindingKind.EncodingUtf16, Severity.Error, 0),
        ["UTF-16 without a mark"] = (lines => Encoding.Unicode.GetBytes(string.Join("\n", lines)), FindingKind.EncodingUtf16, Severity.Error, 0),
        ["a null byte"] = (lines => Cell(lines, 3, 10, "Fac\0ture"), FindingKind.FileBinary, Severity.Error, 4),
        ["a byte order mark"] = (lines => [0xEF, 0xBB, 0xBF, .. Bytes(lines)], FindingKind.EncodingBom, Severity.Info, 0),
        ["Windows quotes"] = (lines => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Joined(With(lines, 4, 10, "Prestation d’avril"))), FindingKind.EncodingWindows1252, Severity.Warning, 5),
        ["two encodings"] = (lines => [.. Bytes(lines[..3]), .. Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("VE\tVentes\t3\t20210401\t706000\tPrestations\t\t\tF2\t20210401\té\t0,00\t0,00\t\t\t20210402\t\t\n", 2)))], FindingKind.EncodingMixed, Severity.Warning, 0),
        ["semicolons"] = (lines => Bytes([.. lines.Select(l => l.Replace('\t', ';'))]), FindingKind.SeparatorNotAllowed, Severity.Error, 1),
        ["commas"] = (lines => Bytes([.. lines.Select(l => l.Replace('\t', ','))]), FindingKind.SeparatorNotAllowed, Severity.Error, 1),
        ["no separator"] = (lines => Bytes([.. lines.Select(l => l.Replace('\t', ' '))]), FindingKind.SeparatorUnknown, Severity.Error, 1),
        ["a missing column"] = (lines => Cell(lines, 0, 4, "Compte"), FindingKind.ColumnMissing, Severity.Error, 1),
        ["no amounts at all"] = (lines => Bytes(With(With(lines, 0, 11, "A"), 0, 12, "B")), FindingKind.ColumnMissing, Severity.Error, 1),
        ["a column twice"] = (lines => Bytes([.. lines.Select((l, i) => l + (i == 0 ? "\tDebit" : "\t0,00"))]), FindingKind.ColumnRepeated, Severity.Error, 1),
        ["columns out of order"] = (lines => Bytes([.. lines.Select(l => Swap(l, 8, 9))]), FindingKind.ColumnOrder, Severity.Warning, 1),
        ["an extra column"] = (lines => Bytes([.. lines.Select((l, i) => l + (i == 0 ? "\tAxe" : "\tX"))]), FindingKind.ColumnExtra, Severity.Info, 1),
        ["a separator after the header"] = (lines => Bytes([lines[0] + "\t", .. lines[1..]]), FindingKind.HeaderTrailingSeparator, Severity.Info, 1),
        ["cash accounting"] = (lines => Bytes([.. lines.Select((l, i) => l + (i == 0 ? "\tDateRglt\tModeRglt\tNatOp" : "\t20210401\tVIR\tA"))]), FindingKind.HeaderVariant, Severity.Info, 1),
        ["a field too few"] = (lines => Bytes([.. lines[..3], lines[3][..lines[3].LastIndexOf('\t')], .. lines[4..]]), FindingKind.LineFieldCount, Severity.Error, 4),
        ["a field too many"] = (lines => Bytes([.. lines[..3], lines[3] + "\t", .. lines[4..]]), FindingKind.LineFieldCount, Severity.Error, 4),
        ["a blank line"] = (lines => Bytes([.. lines[..3], "", .. lines[3..]]), FindingKind.LineBlank, Severity.Warning, 4),
        ["an endless line"] = (lines => Cell(lines, 3, 10, new string('x', 1_200_000)), FindingKind.LineTooLong, Severity.Error, 4),
        ["no entry number"] = (lines => Cell(lines, 4, 2, ""), FindingKind.FieldRequired, Severity.Error, 5),
        ["no date"] = (lines => Cell(lines, 4, 3, ""), FindingKind.FieldRequired, Severity.Error, 5),
        ["no account"] = (lines => Cell(lines, 4, 4, "  "), FindingKind.FieldRequired, Severity.Error, 5),
        ["no account label"] = (lines => Cell(lines, 4, 5, ""), FindingKind.FieldRequired, Severity.Error, 5),
        ["no entry label"] = (lines => Cell(lines, 4, 10, " "), FindingKind.FieldRequired, Severity.Error, 5),
        ["no journal"] = (lines => Cell(lines, 4, 0, ""), FindingKind.FieldMissing, Severity.Warning, 5),
        ["no journal label"] = (lines => Cell(lines, 4, 1, ""), FindingKind.FieldMissing, Severity.Warning, 5),
        ["no document"] = (lines => Cell(lines, 4, 8, ""), FindingKind.FieldMissing, Severity.Warning, 5),
        ["no document date"] = (lines => Cell(lines, 4, 9, ""), FindingKind.FieldMissing, Severity.Warning, 5),
        ["no validation"] = (lines => Cell(lines, 4, 15, ""), FindingKind.FieldMissing, Severity.Warning, 5),
        ["a decimal point"] = (lines => Cell(lines, 4, 12, "50.00"), FindingKind.AmountDecimalPoint, Severity.Error, 5),
        ["thousands apart by a space"] = (lines => Cell(lines, 4, 12, "1 050,00"), FindingKind.AmountThousands, Severity.Error, 5),
        ["thousands apart by a no-break space"] = (lines => Cell(lines, 4, 12, "1\u202f050,00"), FindingKind.AmountThousands, Severity.Error, 5),
        ["thousands apart by a point"] = (lines => Cell(lines, 4, 12, "1.050,00"), FindingKind.AmountThousands, Severity.Error, 5),
        ["letters for an amount"] = (lines => Cell(lines, 4, 12, "cinquante"), FindingKind.AmountNotNumeric, Severity.Error, 5),
        ["two signs"] = (lines => Cell(lines, 4, 12, "-50,00-"), FindingKind.AmountNotNumeric, Severity.Error, 5),
        ["less than a cent"] = (lines => Cell(lines, 4, 12, "50,001"), FindingKind.AmountDecimals, Severity.Error, 5),
        ["more than there is"] = (lines => Cell(lines, 4, 12, "99999999999999999,00"), FindingKind.AmountTooLarge, Severity.Error, 5),
        ["an exponent"] = (lines => Cell(lines, 4, 12, "5E1"), FindingKind.AmountExponent, Severity.Warning, 5),
        ["debit and credit"] = (lines => Bytes(With(With(lines, 4, 11, "10,00"), 4, 12, "60,00")), FindingKind.AmountBoth, Severity.Warning, 5),
        ["neither debit nor credit"] = (lines => Bytes([.. lines, "VE\tVentes\t2\t20210401\t706000\tPrestations\t\t\tF2\t20210401\tRien\t0,00\t0,00\t\t\t20210402\t\t"]), FindingKind.AmountNeither, Severity.Warning, 8),
        ["an unknown direction"] = (lines => Bytes(Replaced(Signed(lines), 4, 12, "X")), FindingKind.SensInvalid, Severity.Error, 5),
        ["two notations of direction"] = (lines => Bytes(Replaced(Signed(lines), 4, 12, "-1")), FindingKind.SensMixed, Severity.Error, 5),
        ["an unreadable date"] = (lines => Cell(lines, 4, 9, "hier"), FindingKind.DateUnreadable, Severity.Error, 5),
        ["31 February"] = (lines => Cell(lines, 4, 9, "20210231"), FindingKind.DateImpossible, Severity.Error, 5),
        ["month 13"] = (lines => Cell(lines, 4, 9, "20211301"), FindingKind.DateImpossible, Severity.Error, 5),
        ["a date with slashes"] = (lines => Cell(lines, 4, 9, "01/03/2021"), FindingKind.DateForm, Severity.Warning, 5),
        ["a date with the day first"] = (lines => Cell(lines, 4, 9, "31032021"), FindingKind.DateForm, Severity.Warning, 5),
        ["another century"] = (lines => Cell(lines, 4, 9, "18210301"), FindingKind.DateCentury, Severity.Warning, 5),
        ["another year"] = (lines => Bytes(With(With(lines, 5, 3, "20220401"), 6, 3, "20220401")), FindingKind.DateOutsideYear, Severity.Warning, 6),
        ["validated before it was posted"] = (lines => Cell(lines, 4, 15, "20210228"), FindingKind.ValidBeforeEntry, Severity.Warning, 5),
        ["validated after closing"] = (lines => Cell(lines, 6, 15, "20220228"), FindingKind.ValidAfterClosing, Severity.Info, 7),
        ["out of the order of validation"] = (lines => Cell(lines, 3, 15, "20210420"), FindingKind.ValidationOrder, Severity.Info, 5),
        ["an account of letters"] = (lines => Cell(lines, 4, 4, "VENTES"), FindingKind.AccountDigits, Severity.Warning, 5),
        ["two labels for an account"] = (lines => Cell(lines, 6, 5, "Ventes"), FindingKind.AccountLabels, Severity.Warning, 7),
        ["two labels for a journal"] = (lines => Cell(lines, 6, 1, "Facturation"), FindingKind.JournalLabels, Severity.Warning, 7),
        ["two labels for a third party"] = (lines => Cell(lines, 5, 7, "Autre nom"), FindingKind.AuxiliaryLabels, Severity.Warning, 6),
        ["a third party without a label"] = (lines => Cell(lines, 3, 7, ""), FindingKind.AuxiliaryWithoutLabel, Severity.Warning, 4),
        ["a currency amount without a currency"] = (lines => Cell(lines, 3, 16, "60,00"), FindingKind.CurrencyIncomplete, Severity.Warning, 4),
        ["a currency without an amount"] = (lines => Cell(lines, 3, 17, "USD"), FindingKind.CurrencyIncomplete, Severity.Warning, 4),
        ["lettered without a date"] = (lines => Cell(lines, 3, 14, ""), FindingKind.LetteringIncomplete, Severity.Warning, 4),
        ["a lettering date without letters"] = (lines => Cell(lines, 3, 13, ""), FindingKind.LetteringIncomplete, Severity.Warning, 4),
        ["an unbalanced entry"] = (lines => Cell(lines, 4, 12, "49,99"), FindingKind.EntryUnbalanced, Severity.Error, 4),
        ["an unbalanced journal"] = (lines => Cell(lines, 4, 12, "49,99"), FindingKind.JournalUnbalanced, Severity.Error, 0),
        ["an unbalanced file"] = (lines => Cell(lines, 4, 12, "49,99"), FindingKind.FileUnbalanced, Severity.Error, 0),
        ["entries that balance only together"] = (lines => Bytes(With(With(lines, 4, 12, "49,00"), 6, 12, "21,00")), FindingKind.EntryUnbalanced, Severity.Error, 4),
        ["a gap in the numbers of a journal"] = (lines => Bytes(With(With(lines, 5, 2, "3"), 6, 2, "3")), FindingKind.NumberGap, Severity.Warning, 6),
        ["a number for two dates"] = (lines => Bytes(With(With(lines, 5, 2, "1"), 6, 2, "1")), FindingKind.NumberRepeated, Severity.Warning, 4),
        ["one number for the whole file"] = (lines => Bytes([lines[0], .. Enumerable.Repeat(lines[3..5], 30).SelectMany(pair => pair)]), FindingKind.NumberConstant, Severity.Warning, 0),
        ["no opening balances"] = (lines => Bytes([lines[0], .. lines[3..]]), FindingKind.OpeningMissing, Severity.Warning, 0),
        ["opening balances on income"] = (lines => Bytes(With(With(lines, 2, 4, "706000"), 2, 5, "Prestations")), FindingKind.OpeningOnResult, Severity.Warning, 2),
        ["opening balances at the end"] = (lines => Bytes([lines[0], .. lines[3..], .. lines[1..3]]), FindingKind.OpeningNotFirst, Severity.Warning, 6),
        ["the closing of classes 6 and 7"] = (lines => Bytes([.. lines, Row("OD", "7", "706000", "Prestations", "70,00", "0,00"), Row("OD", "7", "120000", "Résultat", "0,00", "70,00")]), FindingKind.ClosingEntry, Severity.Error, 8),
        ["classes 6 and 7 set to zero"] = (lines => Bytes([.. lines, Row("OD", "7", "606000", "Achats", "9,00", "0,00"), Row("OD", "7", "580000", "Virements", "0,00", "9,00"), Row("OD", "8", "706000", "Prestations", "70,00", "0,00"), Row("OD", "8", "606000", "Achats", "0,00", "9,00"), Row("OD", "8", "580000", "Virements", "0,00", "61,00")]), FindingKind.ResultZeroed, Severity.Error, 0),
        ["a centralisation journal"] = (lines => Bytes([.. lines.Select(l => l.Replace("VE\tVentes", "CENT\tCentralisation"))]), FindingKind.CentralisationJournal, Severity.Warning, 0),
        ["contributions that do not balance"] = (lines => Bytes([.. lines, Row("OD", "7", "864000", "Bénévolat", "9,00", "0,00"), Row("OD", "7", "580000", "Virements", "0,00", "9,00")]), FindingKind.ContributionsUnbalanced, Severity.Warning, 0),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_faulty_file_is_found_out(string fault)
    {
        var (spoil, kind, severity, line) = Faults[fault];
        var reading = await Reading.ReadAsync(spoil(Sound));
        Assert.Equal(severity, FindingText.Of(kind).Severity);
        Assert.Contains((kind.ToString(), line), reading.Found());
        if (severity is Severity.Error)
            Assert.True(reading.Findings.HasErrors);
    }

    [Fact]
    public void There_are_more_than_forty_kinds_of_faulty_file() => Assert.InRange(Faults.Values.Select(fault => fault.Kind).Distinct().Count(), 40, int.MaxValue);

    [Fact]
    public async Task A_sound_file_has_nothing_to_be_found()
    {
        var reading = await Reading.ReadAsync(Bytes(Sound));
        Assert.Empty(reading.Findings.First);
    }

    [Theory]
    [InlineData("732829320FEC20211231.txt", null)]
    [InlineData("732829320FEC20211231_2.txt", null)]
    [InlineData("export.txt", FindingKind.FileNameForm)]
    [InlineData("732829321FEC20211231.txt", FindingKind.FileNameSiren)]
    [InlineData("732829320FEC20201231.txt", FindingKind.FileNameClosing)]
    internal async Task The_name_of_the_file_is_the_laws(string name, FindingKind? kind)
    {
        var reading = await Reading.ReadAsync(Bytes(Sound), name: name);
        Assert.Equal(kind is { } found ? [found] : [], reading.Findings.First.Select(f => f.Kind));
    }

    [Fact]
    public async Task A_part_with_another_header_is_refused()
    {
        var reading = await LedgerReader.ReadAsync(
            [new(null, new MemoryStream(Bytes(Sound))), new(null, new MemoryStream(Bytes([.. Sound.Select(l => Swap(l, 8, 9))])))], Reading.Options(), CancellationToken.None);
        Assert.Contains((nameof(FindingKind.PartHeader), 1), reading.Found());
        Assert.Equal(2, reading.Findings.First.Single(f => f.Kind is FindingKind.PartHeader).Part);
    }

    [Fact]
    public async Task Only_a_thousand_findings_are_kept_and_all_are_counted()
    {
        var spoilt = Sound.Concat(Enumerable.Repeat(Sound[4].Replace("50,00", "50.00"), 2500)).ToArray();
        var reading = await Reading.ReadAsync(Bytes(spoilt));
        Assert.Equal(1000, reading.Findings.First.Count);
        Assert.Equal(2500, reading.Findings.Counts[FindingKind.AmountDecimalPoint]);
        Assert.All(reading.Findings.First, f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void Every_kind_speaks_French_and_English() =>
        Assert.All(Enum.GetValues<FindingKind>(), kind => Assert.True(FindingText.Of(kind) is { Fr.Length: > 5, En.Length: > 5 } text && text.Fr != text.En, kind.ToString()));

    private static byte[] Bytes(string[] lines) => Encoding.UTF8.GetBytes(Joined(lines));

    private static string Joined(string[] lines) => string.Join("\r\n", lines) + "\r\n";

    private static byte[] Cell(string[] lines, int line, int column, string value) => Bytes(With(lines, line, column, value));

    private static string[] With(string[] lines, int line, int column, string value) => Replaced(lines, line, column, value);

    private static string[] Replaced(string[] lines, int line, int column, string value)
    {
        var cells = lines[line].Split('\t');
        cells[column] = value;
        return [.. lines[..line], string.Join('\t', cells), .. lines[(line + 1)..]];
    }

    private static string Swap(string line, int one, int other)
    {
        var cells = line.Split('\t');
        (cells[one], cells[other]) = (cells[other], cells[one]);
        return string.Join('\t', cells);
    }

    private static string[] Signed(string[] lines) =>
    [
        lines[0].Replace("Debit", "Montant").Replace("Credit", "Sens"),
        .. lines[1..].Select(line =>
        {
            var cells = line.Split('\t');
            (cells[11], cells[12]) = cells[11] == "0,00" ? (cells[12], "C") : (cells[11], "D");
            return string.Join('\t', cells);
        }),
    ];

    private static string Row(string journal, string number, string account, string label, string debit, string credit) =>
        $"{journal}\tOpérations diverses\t{number}\t20211231\t{account}\t{label}\t\t\tP\t20211231\tDivers\t{debit}\t{credit}\t\t\t20211231\t\t";
}
