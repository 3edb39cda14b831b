using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Organisations;

internal static class OrganisationRules
{
    public static readonly Rule KeyMissing = new("members.organisation.key-missing", "L'organisation n'a ni SIREN, ni RNA, ni code de membre.", "The organisation has neither SIREN, RNA nor member code.", "Donnez l'un des trois.", "Give one of the three.");
    public static readonly Rule PersonWithoutCode = new("members.organisation.person-code-missing", "Une personne physique doit avoir un code de membre.", "A natural person needs a member code.", "Donnez un code qui ne la désigne pas, par exemple p07.", "Give a code that does not name the person, e.g. p07.");
    public static readonly Rule FamilyReasonMissing = new("members.organisation.family-reason-missing", "Cette famille n'est pas celle que donne la forme juridique.", "This family is not the one that the legal form gives.", "Dites pourquoi dans familyReason, ou laissez la famille vide.", "Say why in familyReason, or leave the family out.");
    public static readonly Rule LegalCategoryUnknown = new("members.organisation.legal-category-unknown", "Cette catégorie juridique n'existe pas.", "There is no such legal category.", "Donnez un code INSEE à quatre chiffres, par exemple 9220.", "Give a four-digit INSEE code, e.g. 9220.");

    public static readonly Problem Known = new("members.organisation.known", 409,
        "Une autre fiche porte déjà cet identifiant. Utilisez-la, ou fusionnez les deux.", "Another record has this identifier already. Use it, or merge the two.");

    public static readonly Problem Different = new("members.organisation.different", 409,
        "Cet identifiant (id) désigne déjà une organisation au contenu différent. Modifiez-la par PUT.", "This id names an organisation with other content already. Change it by PUT.");
}
