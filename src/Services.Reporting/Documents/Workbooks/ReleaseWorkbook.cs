using Ptce.Reporting.Figures;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Documents.Workbooks;

/// <summary>A release as a workbook: what it is, one sheet a table, one of indicators. Suppressed values are <c>s</c>, unknown ones blank.</summary>
internal static class ReleaseWorkbook
{
    public static byte[] Write(PublishedRelease release, IReadOnlyList<Table> tables, IReadOnlyList<Figure> figures, Language language)
    {
        var words = new Words(language);
        return Workbook.Write(
        [
            (words.Say("Lisez-moi", "Read me"), About(release, words)),
            .. tables.Select(table => (table.Code, Sheet(table, words))),
            (words.Say("Indicateurs", "Indicators"), Indicators(figures, release.Content.Head.Demonstration, words)),
        ]);
    }

    public static IReadOnlyList<Dictionary<string, object?>> Indicators(IReadOnlyList<Figure> figures, bool demonstration, Words words) =>
    [
        .. figures.Select(figure => new Dictionary<string, object?>
        {
            ["code"] = figure.Code,
            [words.Say("mesure", "measure")] = figure.Measure,
            ["PTCE"] = figure.Pole,
            [words.Say("période", "period")] = figure.Period,
            [words.Say("valeur", "value")] = Value(figure.Value, figure.Status),
            [words.Say("unité", "unit")] = figure.Unit,
            ["n"] = figure.N,
            [words.Say("manquants", "missing")] = figure.Missing,
            [words.Say("statut", "status")] = figure.Status.Word(),
            [words.Say("origine", "origin")] = figure.Origin.Word(demonstration),
        }),
    ];

    private static List<Dictionary<string, object?>> About(PublishedRelease release, Words words)
    {
        var head = release.Content.Head;
        var lines = new List<(string, string)>
        {
            (words.Say("Titre", "Title"), words.Say($"Les PTCE en {head.Year}", $"PTCE in {head.Year}")),
            (words.Say("Édition", "Release"), release.Name),
            (words.Say("Empreinte des données (SHA-256)", "Digest of the data (SHA-256)"), release.Digest),
            (words.Say("Licence", "Licence"), "Licence Ouverte / Open Licence 2.0 (etalab-2.0)"),
            ("s", words.Say("supprimé : secret statistique", "suppressed: statistical confidentiality")),
            (words.Say("case vide", "blank"), words.Say("non connu ou sans objet, jamais zéro", "not known or not applicable, never zero")),
        };
        if (head.Demonstration)
            lines.Add((words.Say("Avertissement", "Warning"), words.Say(ReportTexts.Demonstration)));
        lines.AddRange(ReportTexts.Method(head).Select(text => (words.Say("Méthode", "Method"), words.Say(text))));
        lines.AddRange(ReportTexts.Limits(head).Select(text => (words.Say("Limites", "Limits"), words.Say(text))));
        lines.AddRange(ReportTexts.Sources(head).Select(text => (words.Say("Sources", "Sources"), words.Say(text))));
        return [.. lines.Select(line => new Dictionary<string, object?> { [words.Say("rubrique", "entry")] = line.Item1, [words.Say("texte", "text")] = line.Item2 })];
    }

    private static IReadOnlyList<Dictionary<string, object?>> Sheet(Table table, Words words)
    {
        // Headings are keys of a row: a repeated one is told apart by its column's key.
        var repeated = table.Columns.GroupBy(column => words.Say(column.Label)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        string Heading(Column column) => repeated.Contains(words.Say(column.Label)) ? $"{words.Say(column.Label)} ({column.Key})" : words.Say(column.Label);
        var title = words.Say(table.Title);
        return
        [
            .. table.Rows.Select(row =>
            {
                var line = new Dictionary<string, object?> { [title] = words.Say(row.Label) };
                for (var c = 0; c < table.Columns.Count; c++)
                    line[Heading(table.Columns[c])] = row.Cells[c].Text is { } text ? words.Say(text) : Value(row.Cells[c].Value, row.Cells[c].Status);
                return line;
            }),
            .. table.Notes.Append(new(ReportTables.Basis(table.N, table.Missing, words), ReportTables.Basis(table.N, table.Missing, words)))
                .Select(note => Blank(new() { [title] = words.Say(note) })),
        ];

        // Every row has every heading, or the writer stops.
        Dictionary<string, object?> Blank(Dictionary<string, object?> line)
        {
            foreach (var column in table.Columns)
                line[Heading(column)] = null;
            return line;
        }
    }

    private static object? Value(decimal? value, FigureStatus status) => status == FigureStatus.Suppressed ? "s" : value is { } number ? Plain.Number(number) : null;
}
