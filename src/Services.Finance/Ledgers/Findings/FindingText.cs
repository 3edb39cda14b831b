using System.Collections.Frozen;
using Ptce.Finance.Economics;

namespace Ptce.Finance.Ledgers.Findings;

/// <summary>Severity and wording of a kind of finding. <c>{0}</c> in a text stands for the value found.</summary>
/// <param name="Severity">Weight.</param>
/// <param name="Fr">French text.</param>
/// <param name="En">English text.</param>
internal sealed record FindingText(Severity Severity, string Fr, string En)
{
    /// <summary>Stable code, e.g. <c>finance.fec.entry-unbalanced</c>.</summary>
    public static string CodeOf(FindingKind kind) => "finance.fec." + Wire<FindingKind>.Of(kind);

    public static FindingText Of(FindingKind kind) => All[kind];

    private static FindingText Error(string fr, string en) => new(Severity.Error, fr, en);

    private static FindingText Warning(string fr, string en) => new(Severity.Warning, fr, en);

    private static FindingText Info(string fr, string en) => new(Severity.Info, fr, en);

    private static readonly FrozenDictionary<FindingKind, FindingText> All = new Dictionary<FindingKind, FindingText>
    {
        [FindingKind.FileEmpty] = Error("Le fichier est vide.", "The file is empty."),
        [FindingKind.FileWithoutEntry] = Error("Le fichier n’a que son en-tête.", "The file has nothing but its header."),
        [FindingKind.FileXml] = Error("La forme XML n’est pas lue ici : exporter le fichier à plat.", "The XML form is not read here: export the flat file."),
        [FindingKind.FileBinary] = Error("Le fichier contient un octet nul : ce n’est pas du texte.", "The file holds a null byte: it is not text."),
        [FindingKind.FileNameForm] = Warning("Le nom du fichier n’est pas de la forme SirenFECAAAAMMJJ : « {0} ».", "The file name is not of the form SirenFECYYYYMMDD: “{0}”."),
        [FindingKind.FileNameSiren] = Warning("Le SIREN du nom de fichier est faux : {0}.", "The SIREN in the file name is wrong: {0}."),
        [FindingKind.FileNameClosing] = Warning("La date de clôture du nom de fichier n’est pas celle de l’exercice : {0}.", "The closing date in the file name is not that of the fiscal year: {0}."),
        [FindingKind.EncodingUtf16] = Error("Le fichier est en UTF-16 : seuls ASCII, ISO 8859-15 et UTF-8 sont admis.", "The file is UTF-16: only ASCII, ISO 8859-15 and UTF-8 are allowed."),
        [FindingKind.EncodingBom] = Info("Marque d’ordre des octets en tête, ignorée.", "Byte order mark at the start, ignored."),
        [FindingKind.EncodingWindows1252] = Warning("Caractères propres à Windows-1252, non admis par le texte : lus comme tels.", "Characters of Windows-1252, which the law does not list: read as such."),
        [FindingKind.EncodingMixed] = Warning("Le fichier mélange UTF-8 et un autre codage.", "The file mixes UTF-8 with another encoding."),
        [FindingKind.SeparatorNotAllowed] = Error("Le séparateur « {0} » n’est pas admis : tabulation ou barre verticale.", "Separator “{0}” is not allowed: tab or vertical bar."),
        [FindingKind.SeparatorUnknown] = Error("Aucun séparateur admis dans l’en-tête (tabulation ou barre verticale).", "No allowed separator in the header (tab or vertical bar)."),
        [FindingKind.HeaderTrailingSeparator] = Info("L’en-tête finit par un séparateur.", "The header ends with a separator."),
        [FindingKind.HeaderVariant] = Info("Forme à {0} colonnes (comptabilité de trésorerie).", "Form with {0} columns (cash accounting)."),
        [FindingKind.ColumnMissing] = Error("Colonne obligatoire absente : {0}.", "Mandatory column missing: {0}."),
        [FindingKind.ColumnRepeated] = Error("Colonne en double : {0}.", "Column given twice: {0}."),
        [FindingKind.ColumnOrder] = Warning("Colonne hors de sa place : {0}.", "Column out of its place: {0}."),
        [FindingKind.ColumnExtra] = Info("Colonne supplémentaire : {0}.", "Extra column: {0}."),
        [FindingKind.PartHeader] = Error("L’en-tête de cette partie n’est pas celui de la première.", "The header of this part is not that of the first."),
        [FindingKind.LineFieldCount] = Error("La ligne a {0} champs.", "The line has {0} fields."),
        [FindingKind.LineBlank] = Warning("Ligne vide, ignorée.", "Blank line, skipped."),
        [FindingKind.LineTooLong] = Error("Ligne de plus de 500 000 octets.", "Line of more than 500,000 bytes."),
        [FindingKind.FieldRequired] = Error("Champ obligatoire vide.", "Mandatory field is blank."),
        [FindingKind.FieldMissing] = Warning("Donnée absente.", "Data missing."),
        [FindingKind.AmountDecimalPoint] = Error("Point décimal au lieu de la virgule : {0}.", "Decimal point instead of a comma: {0}."),
        [FindingKind.AmountThousands] = Error("Séparateur de milliers : {0}.", "Thousands separator: {0}."),
        [FindingKind.AmountNotNumeric] = Error("Montant illisible : {0}.", "Amount cannot be read: {0}."),
        [FindingKind.AmountDecimals] = Error("Montant au-delà du centime : {0}.", "Amount finer than a cent: {0}."),
        [FindingKind.AmountTooLarge] = Error("Montant trop grand : {0}.", "Amount too large: {0}."),
        [FindingKind.AmountExponent] = Warning("Montant en notation exponentielle : {0}.", "Amount in exponent notation: {0}."),
        [FindingKind.AmountBoth] = Warning("Débit et crédit sont tous deux renseignés.", "Both debit and credit are given."),
        [FindingKind.AmountNeither] = Warning("Débit et crédit sont tous deux nuls.", "Both debit and credit are zero."),
        [FindingKind.SensInvalid] = Error("Sens inconnu : « {0} » (D, C, +1 ou -1).", "Unknown direction: “{0}” (D, C, +1 or -1)."),
        [FindingKind.SensMixed] = Error("Le sens mélange D/C et +1/-1.", "The direction mixes D/C and +1/-1."),
        [FindingKind.DateUnreadable] = Error("Date illisible : {0}.", "Date cannot be read: {0}."),
        [FindingKind.DateImpossible] = Error("Cette date n’existe pas : {0}.", "There is no such date: {0}."),
        [FindingKind.DateForm] = Warning("Date lue, mais pas sous la forme AAAAMMJJ : {0}.", "Date read, but not in the form YYYYMMDD: {0}."),
        [FindingKind.DateCentury] = Warning("Année hors de 1900–2099 : {0}.", "Year outside 1900–2099: {0}."),
        [FindingKind.DateOutsideYear] = Warning("Date d’écriture hors de l’exercice : {0}.", "Posting date outside the fiscal year: {0}."),
        [FindingKind.ValidBeforeEntry] = Warning("Validation antérieure à l’écriture : {0}.", "Validated before it was posted: {0}."),
        [FindingKind.ValidAfterClosing] = Info("Validation postérieure à la clôture : {0}.", "Validated after closing: {0}."),
        [FindingKind.ValidationOrder] = Info("Les lignes ne suivent pas l’ordre de validation.", "Lines do not follow the order of validation."),
        [FindingKind.AccountDigits] = Warning("Le compte ne commence pas par trois chiffres : {0}.", "The account does not begin with three digits: {0}."),
        [FindingKind.AccountLabels] = Warning("Plusieurs libellés pour le compte {0}.", "Several labels for account {0}."),
        [FindingKind.JournalLabels] = Warning("Plusieurs libellés pour le journal {0}.", "Several labels for journal {0}."),
        [FindingKind.AuxiliaryLabels] = Warning("Plusieurs libellés pour un compte auxiliaire.", "Several labels for an auxiliary account."),
        [FindingKind.AuxiliaryWithoutLabel] = Warning("Compte auxiliaire sans libellé, ou l’inverse.", "Auxiliary account without a label, or the reverse."),
        [FindingKind.CurrencyIncomplete] = Warning("Montant en devise sans devise, ou l’inverse.", "Currency amount without a currency, or the reverse."),
        [FindingKind.LetteringIncomplete] = Warning("Lettrage sans date, ou l’inverse.", "Matching code without a date, or the reverse."),
        [FindingKind.EntryUnbalanced] = Error("Écriture non équilibrée : {0}.", "Entry does not balance: {0}."),
        [FindingKind.JournalUnbalanced] = Error("Journal non équilibré : {0}.", "Journal does not balance: {0}."),
        [FindingKind.FileUnbalanced] = Error("Le fichier n’est pas équilibré : {0}.", "The file does not balance: {0}."),
        [FindingKind.NumberGap] = Warning("Rupture de numérotation : {0}.", "Gap in numbering: {0}."),
        [FindingKind.NumberRepeated] = Warning("Numéro d’écriture utilisé deux fois : {0}.", "Entry number used twice: {0}."),
        [FindingKind.NumberConstant] = Warning("Un seul numéro d’écriture pour tout le fichier : {0}.", "One entry number for the whole file: {0}."),
        [FindingKind.OpeningMissing] = Warning("Aucun à-nouveau.", "No opening balances."),
        [FindingKind.OpeningOnResult] = Warning("À-nouveau sur un compte de résultat : {0}.", "Opening balance on an income or expense account: {0}."),
        [FindingKind.OpeningNotFirst] = Warning("Les à-nouveaux ne sont pas les premières écritures.", "Opening balances are not the first entries."),
        [FindingKind.ClosingEntry] = Error("Écriture de clôture des classes 6 et 7 : {0}. Elle annulerait le résultat.", "Closing entry of classes 6 and 7: {0}. It would void the result."),
        [FindingKind.ResultZeroed] = Error("Tous les comptes des classes 6 et 7 sont soldés : le fichier contient la clôture.", "Every account of classes 6 and 7 is zero: the file holds the closing."),
        [FindingKind.CentralisationJournal] = Warning("Journal de centralisation : {0}.", "Centralisation journal: {0}."),
        [FindingKind.ContributionsUnbalanced] = Warning("Les classes 86 et 87 ne s’équilibrent pas : {0}.", "Classes 86 and 87 do not balance: {0}."),
        [FindingKind.AccountUnmapped] = Warning("Compte rattaché à aucune ligne : {0}.", "Account mapped to no line: {0}."),
        [FindingKind.AccountRepeated] = Error("Compte présent deux fois dans la balance : {0}.", "Account twice in the trial balance: {0}."),
    }.ToFrozenDictionary();
}
