using System.Text;
using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>Where the columns of one file stand: separator, order, notation of amounts, extra columns.</summary>
internal sealed class FecLayout
{
    private static readonly string[] Names = [.. Enum.GetNames<FecColumn>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Cash = ["daterglt", "moderglt", "natop", "idclient"];

    private FecLayout(byte separator, string[] headers)
    {
        Separator = separator;
        Headers = headers;
    }

    public byte Separator { get; }

    /// <summary>Headers as they stand, in the order of the file.</summary>
    public string[] Headers { get; }

    public int FieldCount => Headers.Length;

    /// <summary>Field of each column, by <see cref="FecColumn"/>.</summary>
    public int[] Fields { get; } = new int[18];

    /// <summary>Montant and Sens instead of Debit and Credit.</summary>
    public bool Signed { get; private set; }

    /// <summary>The header ends with a separator: every line may.</summary>
    public bool TrailingSeparator { get; private init; }

    /// <summary>Field of an extra column by its name, or -1.</summary>
    public int FieldOf(string? name) => name is null ? -1 : Array.FindIndex(Headers, header => Normal(header) == Normal(name));

    /// <summary>Reads a header line; null when the file cannot be read with it.</summary>
    public static FecLayout? Read(ReadOnlySpan<byte> line, int part, FindingList findings)
    {
        if (SeparatorOf(line, part, findings) is not { } separator)
            return null;
        var text = Encoding.Latin1.GetString(line);
        var headers = text.Split((char)separator);
        var trailing = headers.Length > 1 && headers[^1].Trim().Length == 0;
        if (trailing)
        {
            findings.Add(FindingKind.HeaderTrailingSeparator, part, 1);
            headers = headers[..^1];
        }
        if (headers.Length > RecordSplitter.MostFields - 128)
        {
            findings.Add(FindingKind.ColumnRepeated, part, 1, null, headers[^1].Trim());
            return null;
        }
        var layout = new FecLayout(separator, [.. headers.Select(header => header.Trim())]) { TrailingSeparator = trailing };
        return layout.Place(part, findings) ? layout : null;
    }

    public bool SameAs(FecLayout other) => Separator == other.Separator && Headers.Select(Normal).SequenceEqual(other.Headers.Select(Normal), StringComparer.Ordinal);

    private bool Place(int part, FindingList findings)
    {
        var normal = Headers.Select(Normal).ToArray();
        Signed = Array.IndexOf(normal, "montant") >= 0 && Array.IndexOf(normal, "debit") < 0;
        var complete = true;
        for (var column = 0; column < Names.Length; column++)
        {
            var name = NameOf((FecColumn)column);
            var field = Array.IndexOf(normal, name.ToLowerInvariant());
            Fields[column] = field;
            if (field < 0)
            {
                findings.Add(FindingKind.ColumnMissing, part, 1, name, name);
                complete = false;
            }
            else if (field != column)
            {
                findings.Add(FindingKind.ColumnOrder, part, 1, name, name);
            }
        }
        foreach (var repeated in normal.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            findings.Add(FindingKind.ColumnRepeated, part, 1, repeated.Key, repeated.Key);
            complete = false;
        }
        var variant = Cash.Count(name => Array.IndexOf(normal, name) >= 0);
        if (variant >= 3)
            findings.Add(FindingKind.HeaderVariant, part, 1, null, Headers.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var field = 0; field < normal.Length; field++)
        {
            if (Array.IndexOf(Fields, field) < 0 && (variant < 3 || Array.IndexOf(Cash, normal[field]) < 0))
                findings.Add(FindingKind.ColumnExtra, part, 1, Headers[field], Headers[field]);
        }
        return complete;
    }

    public string NameOf(FecColumn column) => column switch
    {
        FecColumn.Debit when Signed => "Montant",
        FecColumn.Credit when Signed => "Sens",
        _ => column.ToString(),
    };

    private static byte? SeparatorOf(ReadOnlySpan<byte> line, int part, FindingList findings)
    {
        if (line.Contains((byte)'\t'))
            return (byte)'\t';
        if (line.Contains((byte)'|'))
            return (byte)'|';
        if (line.IndexOfAny((byte)';', (byte)',') is >= 0 and var refused)
            findings.Add(FindingKind.SeparatorNotAllowed, part, 1, null, ((char)line[refused]).ToString());
        else
            findings.Add(FindingKind.SeparatorUnknown, part, 1);
        return null;
    }

    // The tool compares headers without case, é and è as e, blanks trimmed; read here as Latin-1, é may be one byte or two.
    private static string Normal(string header) => header.Trim().ToLowerInvariant()
        .Replace("ã©", "e", StringComparison.Ordinal).Replace("ã¨", "e", StringComparison.Ordinal)
        .Replace('é', 'e').Replace('è', 'e');
}
