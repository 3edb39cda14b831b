namespace Ptce.Members.Identifiers;

internal static class IdentifierRules
{
    public static readonly Rule SirenForm = new("members.siren.form", "Un SIREN a neuf chiffres.", "A SIREN has nine digits.", "Recopiez les neuf chiffres de l'avis de situation Sirene.", "Copy the nine digits from the Sirene record.");
    public static readonly Rule SirenChecksum = new("members.siren.checksum", "La clé de ce SIREN est fausse.", "This SIREN fails its check digit.", "Vérifiez les chiffres : l'un d'eux est faux ou deux sont intervertis.", "Check the digits: one is wrong or two are swapped.");
    public static readonly Rule SirenZero = new("members.siren.zero", "000000000 n'est pas un SIREN.", "000000000 is not a SIREN.", "Laissez le champ vide et donnez un numéro RNA ou un code de membre.", "Leave it empty and give an RNA number or a member code.");
    public static readonly Rule SiretForm = new("members.siret.form", "Un SIRET a quatorze chiffres.", "A SIRET has fourteen digits.", "Recopiez les quatorze chiffres : le SIREN puis les cinq du NIC.", "Copy the fourteen digits: the SIREN, then the five of the NIC.");
    public static readonly Rule SiretChecksum = new("members.siret.checksum", "La clé de ce SIRET est fausse.", "This SIRET fails its check digit.", "Vérifiez les chiffres : l'un d'eux est faux ou deux sont intervertis.", "Check the digits: one is wrong or two are swapped.");
    public static readonly Rule SiretOfOther = new("members.siret.other-siren", "Ce SIRET n'appartient pas au SIREN donné.", "This SIRET does not belong to the SIREN given.", "Un SIRET commence par le SIREN de son entreprise.", "A SIRET begins with the SIREN of its enterprise.");
    public static readonly Rule RnaForm = new("members.rna.form", "Un numéro RNA est un W suivi de neuf caractères.", "An RNA number is W and nine characters.", "Recopiez le numéro du récépissé de déclaration, par exemple W751234567.", "Copy the number of the declaration's receipt, e.g. W751234567.");
    public static readonly Rule PoleKeyForm = new("members.pole-key.form", "Une clé de PTCE a 2 à 64 caractères parmi a-z, 0-9 et le tiret.", "A pole key has 2 to 64 characters out of a-z, 0-9 and the hyphen.", "Écrivez par exemple pole-sud-aquitain.", "Write for instance pole-sud-aquitain.");
    public static readonly Rule MemberCodeForm = new("members.member-code.form", "Un code de membre a 1 à 64 caractères parmi a-z, 0-9 et le tiret.", "A member code has 1 to 64 characters out of a-z, 0-9 and the hyphen.", "Écrivez par exemple val-horizon.", "Write for instance val-horizon.");
}
