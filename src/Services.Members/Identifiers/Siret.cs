namespace Ptce.Members.Identifiers;

/// <summary>Number of an establishment (numéro SIRET): SIREN and a NIC of five digits, Luhn over the fourteen.</summary>
internal static class Siret
{
    private const string LaPosteHeadOffice = "35600000000048";

    /// <summary>
    /// Checks a SIRET; null when it holds. La Poste's establishments are checked by the sum of their digits, a multiple of 5,
    /// except its head office, which follows Luhn like everyone's.
    /// </summary>
    /// <param name="text">With or without spaces.</param>
    /// <param name="normal">Fourteen digits when it holds.</param>
    public static Rule? Check(string text, out string normal)
    {
        normal = Digits.Compact(text);
        if (normal.Length != 14 || !Digits.Only(normal))
            return IdentifierRules.SiretForm;
        if (normal.StartsWith("000000000", StringComparison.Ordinal))
            return IdentifierRules.SirenZero;
        if (normal.StartsWith(Siren.LaPoste, StringComparison.Ordinal) && normal != LaPosteHeadOffice)
            return normal.Sum(c => c - '0') % 5 == 0 ? null : IdentifierRules.SiretChecksum;
        return Siren.Check(normal[..9], out _) ?? (Luhn.Holds(normal) ? null : IdentifierRules.SiretChecksum);
    }
}
