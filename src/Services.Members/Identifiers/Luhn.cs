namespace Ptce.Members.Identifiers;

/// <summary>The check digit of SIREN and SIRET (formule de Luhn, ISO/IEC 7812-1).</summary>
internal static class Luhn
{
    /// <param name="digits">ASCII digits only.</param>
    public static bool Holds(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1)
                digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
