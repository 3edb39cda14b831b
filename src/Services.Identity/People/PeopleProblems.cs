using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.People;

internal static class PeopleProblems
{
    public static readonly Problem IdUsed = new("identity.person.id-used", 409,
        fr: "Cet identifiant est déjà celui d'une autre personne ou d'un autre contenu. Prenez un nouvel UUID.",
        en: "This id already belongs to another person or another content. Take a new UUID.");

    public static readonly Problem EmailUsed = new("identity.person.email-used", 409,
        fr: "Un compte existe déjà avec cette adresse.",
        en: "There is already an account with this address.");

    public static readonly Problem LastAdministrator = new("identity.grant.last-administrator", 409,
        fr: "C'est le dernier administrateur. Nommez-en un autre d'abord.",
        en: "This is the last administrator. Appoint another one first.");

    public static FieldError IdMissing { get; } = new("identity.person.id-missing",
        new("L'identifiant est un UUID fait par le client.", "The id is a UUID made by the client."),
        new("Envoyez par exemple un UUID version 7.", "Send a version 7 UUID, for instance.")) { Pointer = "/id" };

    public static FieldError EmailInvalid { get; } = new("identity.person.email-invalid",
        new("Ce n'est pas une adresse électronique.", "This is not an e-mail address."),
        new("Par exemple prenom.nom@exemple.fr, 256 caractères au plus.", "For instance first.last@example.org, at most 256 characters.")) { Pointer = "/email" };

    public static FieldError NameInvalid { get; } = new("identity.person.name-invalid",
        new("Le nom a entre 1 et 200 caractères.", "The name has 1 to 200 characters."), null) { Pointer = "/name" };

    public static FieldError LanguageInvalid { get; } = new("identity.person.language-invalid",
        new("La langue est fr ou en.", "The language is fr or en."), null) { Pointer = "/language" };

    public static FieldError RoleUnknown(string role) => new("identity.grant.role-unknown",
        new("Ce rôle n'existe pas.", "There is no such role."),
        new("administrator, analyst, leader, contributor ou observer.", "administrator, analyst, leader, contributor or observer.")) { Pointer = "/role", Value = role };

    public static FieldError PoleMissing { get; } = new("identity.grant.pole-missing",
        new("Ce rôle se donne pour un PTCE : dites lequel.", "This role is granted for one PTCE: say which."), null) { Pointer = "/pole" };

    public static FieldError PoleSuperfluous { get; } = new("identity.grant.pole-superfluous",
        new("Ce rôle vaut pour tout l'observatoire et ne se limite pas à un PTCE.", "This role holds for the whole observatory and is not limited to one PTCE."),
        new("Enlevez le champ pole.", "Leave the field pole out.")) { Pointer = "/pole" };

    public static FieldError PoleInvalid(string pole) => new("identity.grant.pole-invalid",
        new("La clé d'un PTCE s'écrit en minuscules, chiffres et tirets.", "A PTCE's key is written in lower case letters, digits and hyphens."), null) { Pointer = "/pole", Value = pole };
}
