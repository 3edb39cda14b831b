namespace Ptce.Members;

/// <summary>Rules that any field can break.</summary>
internal static class FieldRules
{
    public static readonly Rule Missing = new("members.field.missing", "Cette valeur est obligatoire.", "This value is required.", "Donnez une valeur.", "Give a value.");
    public static readonly Rule TooLong = new("members.field.too-long", "Ce texte est trop long.", "This text is too long.", "Raccourcissez-le.", "Shorten it.");
    public static readonly Rule NotInList = new("members.field.not-in-list", "Ce code ne figure pas dans la liste.", "This code is not in the list.", "Prenez un code de GET /api/members/vocabulary.", "Take a code of GET /api/members/vocabulary.");
    public static readonly Rule Twice = new("members.field.twice", "Cette valeur est donnée deux fois.", "This value is given twice.", "Gardez-en une seule.", "Keep one of them.");
    public static readonly Rule Negative = new("members.figures.negative", "Un nombre négatif n'a pas de sens ici.", "A negative number makes no sense here.", "Donnez zéro ou plus ; laissez vide si vous ne savez pas.", "Give zero or more; leave it empty when not known.");
    public static readonly Rule TooLarge = new("members.figures.too-large", "Ce nombre est trop grand pour être vrai.", "This number is too large to be true.", "Vérifiez l'unité : les montants sont en euros, les ETP en moyenne annuelle.", "Check the unit: amounts are in euros, FTE an annual average.");
    public static readonly Rule Scale = new("members.figures.scale", "Deux décimales au plus.", "Two decimals at most.", "Arrondissez à deux décimales.", "Round to two decimals.");
    public static readonly Rule Year = new("members.year.range", "L'année doit être comprise entre 1900 et 2100.", "The year must lie between 1900 and 2100.", "Vérifiez l'année.", "Check the year.");
    public static readonly Rule YearOrder = new("members.year.order", "La formalisation ne peut précéder la première coopération.", "Formalisation cannot come before the first cooperation.", "Vérifiez l'ordre des deux années.", "Check the order of the two years.");
    public static readonly Rule DateOrder = new("members.date.order", "La fin doit suivre le début.", "The end must come after the beginning.", "Vérifiez l'ordre des deux dates.", "Check the order of the two dates.");
    public static readonly Rule TerritoryCode = new("members.territory.unknown", "Ce n'est pas un code officiel de ce niveau.", "This is not an official code of that level.", "Cherchez le code par GET /api/members/territories?search=… (communes : code INSEE ; EPCI : SIREN).", "Look the code up by GET /api/members/territories?search=… (communes: INSEE code; EPCI: SIREN).");
}
