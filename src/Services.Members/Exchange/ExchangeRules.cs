using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Exchange;

internal static class ExchangeRules
{
    public static readonly Problem Faulty = new("members.import.faulty", 422,
        "Le fichier contient des erreurs : rien n'a été enregistré. Corrigez les lignes indiquées puis renvoyez-le.", "The file has errors: nothing was stored. Correct the lines named and send it again.");

    public static readonly Rule Unreadable = new("members.import.unreadable", "Ce fichier n'est ni un CSV ni un classeur XLSX lisible.", "This file is neither a readable CSV nor an XLSX workbook.", "Exportez-le en CSV UTF-8 ou en XLSX, une feuille, en-têtes en première ligne.", "Export it as UTF-8 CSV or XLSX, one sheet, headers in the first row.");
    public static readonly Rule TooLong = new("members.import.too-long", "Un fichier contient 50 000 lignes au plus.", "A file holds 50,000 lines at most.", "Découpez-le par PTCE.", "Split it by pole.");
    public static readonly Rule ColumnUnknown = new("members.import.column-unknown", "Cette colonne est inconnue.", "This column is unknown.", "Reprenez les en-têtes de GET /api/members/exchange/schema, ou retirez la colonne.", "Use the headers of GET /api/members/exchange/schema, or remove the column.");
    public static readonly Rule ColumnTwice = new("members.import.column-twice", "Cette colonne figure deux fois.", "This column stands twice.", "Gardez-en une.", "Keep one of them.");
    public static readonly Rule ColumnMissing = new("members.import.column-missing", "Cette colonne est obligatoire.", "This column is required.", "Ajoutez-la.", "Add it.");
    public static readonly Rule NotANumber = new("members.import.not-a-number", "Ce n'est pas un nombre.", "This is not a number.", "Écrivez 1234,5 ou 1234.5, sans unité.", "Write 1234.5 or 1234,5, without a unit.");
    public static readonly Rule NotWhole = new("members.import.not-whole", "Un nombre entier est attendu.", "A whole number is expected.", "Retirez les décimales.", "Remove the decimals.");
    public static readonly Rule NotADate = new("members.import.not-a-date", "Ce n'est pas une date.", "This is not a date.", "Écrivez 2014-01-31 ou 31/01/2014.", "Write 2014-01-31 or 31/01/2014.");
    public static readonly Rule NotAFlag = new("members.import.not-a-flag", "Répondez par oui ou non.", "Answer oui or non.", "Écrivez oui ou non, ou laissez vide.", "Write oui or non, or leave it empty.");
    public static readonly Rule PoleUnknown = new("members.import.pole-unknown", "Ce PTCE n'existe pas, ou vous n'y avez pas accès.", "There is no such pole, or you have no access to it.", "Vérifiez la clé du PTCE.", "Check the pole's key.");
    public static readonly Rule IdentifiersDisagree = new("members.import.identifiers-disagree", "Ces identifiants désignent deux organisations différentes.", "These identifiers name two different organisations.", "Corrigez l'un d'eux, ou fusionnez d'abord les deux fiches.", "Correct one of them, or merge the two records first.");
    public static readonly Rule NotUsable = new("members.import.not-usable", "Cet identifiant ne peut pas être utilisé ici.", "This identifier cannot be used here.", "Demandez à un chargé d'étude de l'observatoire.", "Ask an analyst of the observatory.");
    public static readonly Rule Contradiction = new("members.import.contradiction", "Une autre ligne du fichier dit autre chose du même membre.", "Another line of the file says otherwise of the same member.", "Donnez la même valeur sur toutes les lignes du membre, ou une seule fois.", "Give the same value on all lines of the member, or once.");
    public static readonly Rule CircleMissing = new("members.import.circle-missing", "Un nouveau membre, ou une date, demande un cercle.", "A new member, or a date, needs a circle.", "Remplissez la colonne cercle.", "Fill the column cercle.");
    public static readonly Rule YearMissing = new("members.import.year-missing", "Des données annuelles demandent leur année.", "Yearly figures need their year.", "Remplissez la colonne annee.", "Fill the column annee.");
}
