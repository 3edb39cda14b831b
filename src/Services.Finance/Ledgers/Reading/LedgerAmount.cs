using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Reads an amount as A. 47 A-1 XII-2° writes it: decimal comma, no thousands separator, sign first or last; padded fields are legal. The exponent
/// that the tax office's tool takes is read with a warning.
/// </summary>
internal static class LedgerAmount
{
    private const long Limit = 1_000_000_000_000_00;

    /// <returns>Null when read without remark; the cents are right unless the kind is an error.</returns>
    public static FindingKind? Read(ReadOnlySpan<byte> field, out long cents)
    {
        cents = 0;
        if (field.IsEmpty)
            return null;
        // "1234,56": nearly every amount of a real file.
        if (field.Length is >= 4 and <= 14 && field[^3] == (byte)',')
        {
            var value = 0L;
            foreach (var c in field[..^3])
            {
                var digit = c - (uint)'0';
                if (digit > 9)
                    return ReadSlowly(field, out cents);
                value = (value * 10) + digit;
            }
            var tens = field[^2] - (uint)'0';
            var ones = field[^1] - (uint)'0';
            if (tens <= 9 && ones <= 9)
            {
                cents = (value * 100) + (tens * 10) + ones;
                return null;
            }
        }
        return ReadSlowly(field, out cents);
    }

    private static FindingKind? ReadSlowly(ReadOnlySpan<byte> field, out long cents)
    {
        cents = 0;
        field = field.Trim((byte)' ');
        if (field.IsEmpty)
            return null;
        var negative = false;
        if (field[0] is (byte)'+' or (byte)'-')
        {
            negative = field[0] == (byte)'-';
            field = field[1..];
        }
        else if (field[^1] is (byte)'+' or (byte)'-')
        {
            negative = field[^1] == (byte)'-';
            field = field[..^1];
        }
        field = field.Trim((byte)' ');
        var exponent = 0;
        var mark = field.IndexOfAny((byte)'E', (byte)'e');
        if (mark > 0)
        {
            if (!TryReadExponent(field[(mark + 1)..], out exponent))
                return FindingKind.AmountNotNumeric;
            field = field[..mark];
        }
        if (Misread(field) is { } fault)
            return fault;
        var comma = field.IndexOf((byte)',');
        var whole = comma < 0 ? field : field[..comma];
        var decimals = comma < 0 ? [] : field[(comma + 1)..];
        var kind = Scale(whole, decimals, exponent, out cents);
        if (negative)
            cents = -cents;
        return kind ?? (mark > 0 ? FindingKind.AmountExponent : null);
    }

    private static FindingKind? Misread(ReadOnlySpan<byte> field)
    {
        var digits = 0;
        var commas = 0;
        var points = 0;
        var gaps = 0;
        foreach (var c in field)
        {
            switch (c)
            {
                case >= (byte)'0' and <= (byte)'9':
                    digits++;
                    break;
                case (byte)',':
                    commas++;
                    break;
                case (byte)'.':
                    points++;
                    break;
                // Space, apostrophe, and the no-break spaces of ISO 8859 and UTF-8 (C2 A0, E2 80 AF).
                case (byte)' ' or (byte)'\'' or 0xA0 or 0xC2 or 0xE2 or 0x80 or 0xAF:
                    gaps++;
                    break;
                default:
                    return FindingKind.AmountNotNumeric;
            }
        }
        return 0 switch
        {
            _ when digits == 0 || commas > 1 && points == 0 => FindingKind.AmountNotNumeric,
            _ when gaps > 0 || points > 1 || points == 1 && commas > 0 => FindingKind.AmountThousands,
            _ when points == 1 => FindingKind.AmountDecimalPoint,
            _ => null,
        };
    }

    private static FindingKind? Scale(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> decimals, int exponent, out long cents)
    {
        cents = 0;
        // The digit at position i, counted from the decimal mark, is worth 10^(exponent + i) euros.
        for (var i = 0; i < whole.Length + decimals.Length; i++)
        {
            var digit = (i < whole.Length ? whole[i] : decimals[i - whole.Length]) - '0';
            var power = whole.Length - 1 - i + exponent + 2;
            if (digit == 0)
                continue;
            if (power < 0)
                return FindingKind.AmountDecimals;
            if (power > 14)
                return FindingKind.AmountTooLarge;
            cents += digit * (long)Math.Pow(10, power);
        }
        return cents > Limit ? FindingKind.AmountTooLarge : null;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        var negative = text.Length > 0 && text[0] == (byte)'-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
            text = text[1..];
        if (text.Length is 0 or > 3)
            return false;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9')
                return false;
            exponent = (exponent * 10) + c - '0';
        }
        if (negative)
            exponent = -exponent;
        return true;
    }
}
