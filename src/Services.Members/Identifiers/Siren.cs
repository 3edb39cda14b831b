namespace Ptce.Members.Identifiers;

/// <summary>Number of a legal unit (numéro SIREN): nine digits, Luhn.</summary>
internal static class Siren
{
    /// <summary>La Poste, whose establishments are numbered by a rule of their own.</summary>
    public const string LaPoste = "356000000";

    /// <summary>Checks a SIREN as people write it; null when it holds.</summary>
    /// <param name="text">With or without spaces.</param>
    /// <param name="normal">Nine digits when it holds.</param>
    public static Rule? Check(string text, out string normal)
    {
        normal = Digits.Compact(text);
        if (normal.Length != 9 || !Digits.Only(normal))
            return IdentifierRules.SirenForm;
        if (normal == "000000000")
            return IdentifierRules.SirenZero;
        return Luhn.Holds(normal) ? null : IdentifierRules.SirenChecksum;
    }
}
