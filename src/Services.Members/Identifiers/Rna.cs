namespace Ptce.Members.Identifiers;

/// <summary>Number in the register of associations (numéro RNA): W and nine characters. It has no check digit.</summary>
internal static class Rna
{
    /// <summary>Checks an RNA number; null when it holds.</summary>
    /// <param name="text">Any case, with or without spaces.</param>
    /// <param name="normal">Upper case, ten characters, when it holds.</param>
    public static Rule? Check(string text, out string normal)
    {
        normal = Digits.Compact(text).ToUpperInvariant();
        // The department comes first (2A and 2B in Corsica), hence letters inside.
        return normal.Length == 10 && normal[0] == 'W' && normal[1..].All(char.IsAsciiLetterOrDigit) ? null : IdentifierRules.RnaForm;
    }
}
