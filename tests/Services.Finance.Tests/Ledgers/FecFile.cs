using System.Globalization;
using System.Text;

namespace Ptce.Finance.Tests.Ledgers;

public enum AmountNotation
{
    DebitCredit,
    SensLetters,
    SensSigns,
}

/// <summary>One way in which the law lets a FEC be written.</summary>
public sealed record FecVariant(
    char Separator = '\t',
    string NewLine = "\r\n",
    string Charset = "utf-8",
    bool Bom = false,
    AmountNotation Notation = AmountNotation.DebitCredit,
    bool SignLast = false,
    bool Padded = false,
    bool TrailingSeparator = false,
    string[]? ExtraColumns = null,
    int Columns = 18)
{
    public Encoding Encoding => Charset switch
    {
        "utf-8" => new UTF8Encoding(false),
        "iso-8859-15" => CodePagesEncodingProvider.Instance.GetEncoding(28605)!,
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => Encoding.ASCII,
    };
}

/// <summary>Writes sample lines as a FEC.</summary>
public static class FecFile
{
    private static readonly string[] Names =
    [
        "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib",
        "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
    ];

    public static byte[] Bytes(IEnumerable<SampleLine> lines, FecVariant? variant = null)
    {
        using var stream = new MemoryStream();
        Write(stream, lines, variant ?? new());
        return stream.ToArray();
    }

    public static void Write(Stream stream, IEnumerable<SampleLine> lines, FecVariant variant)
    {
        if (variant.Bom)
            stream.Write([0xEF, 0xBB, 0xBF]);
        using var writer = new StreamWriter(stream, variant.Encoding, 1 << 16, leaveOpen: true) { NewLine = variant.NewLine };
        writer.WriteLine(Header(variant));
        foreach (var line in lines)
            writer.WriteLine(Line(line, variant));
    }

    public static string Header(FecVariant variant)
    {
        var names = Names.ToArray();
        if (variant.Notation is not AmountNotation.DebitCredit)
            (names[11], names[12]) = ("Montant", "Sens");
        string[] cash = variant.Columns switch { 21 => ["DateRglt", "ModeRglt", "NatOp"], 22 => ["DateRglt", "ModeRglt", "NatOp", "IdClient"], _ => [] };
        return string.Join(variant.Separator, [.. names, .. cash, .. variant.ExtraColumns ?? []]) + (variant.TrailingSeparator ? variant.Separator : "");
    }

    public static string Line(SampleLine line, FecVariant variant)
    {
        var date = Date(line.Date);
        var (first, second) = Amounts(line, variant);
        string[] fields =
        [
            Text(line.Journal, variant, 4), Text(line.JournalLabel, variant, 20), Text(line.Number, variant, 8), date, Text(line.Account, variant, 10), Text(line.AccountLabel, variant, 30),
            Text(line.Auxiliary, variant, 8), line.AuxiliaryLabel, line.Piece, date, Writable(line.Label, variant), first, second,
            line.Lettering, line.Lettering.Length > 0 ? date : "", date, "", "",
        ];
        fields = [.. fields.Select(field => Writable(field, variant))];
        string[] cash = variant.Columns switch { 21 => [date, "VIR", "A"], 22 => [date, "VIR", "A", "X1"], _ => [] };
        string[] extra = variant.ExtraColumns is null ? [] : [.. variant.ExtraColumns.Select(name => name == "Axe" ? line.Analytic : "x")];
        return string.Join(variant.Separator, [.. fields, .. cash, .. extra]) + (variant.TrailingSeparator ? variant.Separator : "");
    }

    private static (string First, string Second) Amounts(SampleLine line, FecVariant variant)
    {
        if (variant.Notation is AmountNotation.DebitCredit)
            return (Money(line.Debit, variant), Money(line.Credit, variant));
        var debit = line.Debit != 0;
        var sens = (variant.Notation, debit) switch
        {
            (AmountNotation.SensLetters, true) => "D",
            (AmountNotation.SensLetters, false) => "C",
            (_, true) => "+1",
            _ => "-1",
        };
        return (Money(debit ? line.Debit : line.Credit, variant), sens);
    }

    public static string Money(long cents, FecVariant variant)
    {
        var digits = (Math.Abs(cents) / 100m).ToString(variant.Padded ? "0000000000.00" : "0.00", CultureInfo.InvariantCulture).Replace('.', ',');
        return cents >= 0 ? digits : variant.SignLast ? digits + "-" : "-" + digits;
    }

    public static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(string text, FecVariant variant, int width) => variant.Padded && text.Length > 0 ? text.PadRight(width) : text;

    // ISO 8859-15 and ASCII have no typographic dash or apostrophe.
    private static string Writable(string text, FecVariant variant) => variant.Charset switch
    {
        "utf-8" or "windows-1252" => text,
        "iso-8859-15" => text.Replace('—', '-').Replace('’', '\''),
        _ => new string([.. text.Normalize(NormalizationForm.FormD).Where(c => c < 128)]),
    };
}
