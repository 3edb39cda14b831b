using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Reads dates <c>AAAAMMJJ</c> into numbers like 20211231, which compare as the dates do. One reader for each column remembers its last date, since
/// neighbours are mostly equal. Unlike the tax office's tool it knows that 31 February does not exist.
/// </summary>
internal sealed class LedgerDate
{
    private static readonly string[] Tolerated = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "ddMMyyyy"];

    private ulong _lastText;
    private int _lastDate;

    /// <returns>Null when read without remark; the date is 0 when it could not be read.</returns>
    public FindingKind? Read(ReadOnlySpan<byte> field, out int date)
    {
        if (field.Length == 8)
        {
            var text = BinaryPrimitives.ReadUInt64LittleEndian(field);
            if (text == _lastText)
            {
                date = _lastDate;
                return null;
            }
            var kind = ReadEight(field, out date);
            if (kind is null)
                (_lastText, _lastDate) = (text, date);
            return kind;
        }
        field = field.Trim((byte)' ');
        date = 0;
        return field.Length == 8 ? ReadEight(field, out date) : ReadTolerated(field, out date);
    }

    private static FindingKind? ReadEight(ReadOnlySpan<byte> field, out int date)
    {
        date = 0;
        foreach (var c in field)
        {
            if (c is < (byte)'0' or > (byte)'9')
                return FindingKind.DateUnreadable;
            date = (date * 10) + c - '0';
        }
        var (year, month, day) = (date / 10000, date / 100 % 100, date % 100);
        if (year is >= 1900 and <= 2099)
        {
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                return null;
            date = 0;
            return FindingKind.DateImpossible;
        }
        // 31122021 has no year 3112: the day stands first.
        var reversed = ReadTolerated(field, out var tolerated);
        if (reversed is FindingKind.DateForm)
        {
            date = tolerated;
            return reversed;
        }
        if (year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            return FindingKind.DateCentury;
        date = 0;
        return FindingKind.DateImpossible;
    }

    private static FindingKind? ReadTolerated(ReadOnlySpan<byte> field, out int date)
    {
        date = 0;
        if (field.Length is < 8 or > 10
            || !DateOnly.TryParseExact(Encoding.Latin1.GetString(field), Tolerated, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            || read.Year is < 1900 or > 2099)
            return FindingKind.DateUnreadable;
        date = Number(read);
        return FindingKind.DateForm;
    }

    public static int Number(DateOnly date) => (date.Year * 10000) + (date.Month * 100) + date.Day;

    public static DateOnly Date(int number) => new(number / 10000, number / 100 % 100, number % 100);
}
