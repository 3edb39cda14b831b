using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Pages;

/// <summary>A table of the report as HTML: caption, headings, marks for synthetic, suppressed and missing values.</summary>
internal static class ReportTables
{
    public static Html Write(Table table, Words words, bool demonstration, string release)
    {
        var figure = ReportFigures.Of(table, words, demonstration);
        return Html.Of($"""
            <section class="table" id="{table.Code}">
            <h3><span class="code">{table.Code}</span> {words.Say(table.Title)}</h3>
            {figure}
            <div class="scroll" tabindex="0" role="region" aria-label="{words.Say(table.Title)}">
            <table>
            <caption class="hidden">{words.Say(table.Title)}</caption>
            <thead><tr><th scope="col"><span class="hidden">{words.Say("Ligne", "Row")}</span></th>{table.Columns.Select(column => Html.Of($"<th scope=\"col\">{words.Say(column.Label)}</th>"))}</tr></thead>
            <tbody>
            {table.Rows.Select(row => Row(table, row, words, demonstration))}
            </tbody></table></div>
            <ul class="notes">{table.Notes.Select(note => Html.Of($"<li>{words.Say(note)}</li>"))}
            <li>{Basis(table.N, table.Missing, words)} <a href="/api/reporting/releases/{release}/tables/{table.Code}">JSON</a></li></ul>
            </section>

            """);
    }

    public static string Basis(int n, int missing, Words words) => missing == 0
        ? words.Say($"Porte sur {n} PTCE, aucun ne manque.", $"Over {n} PTCE, none missing.")
        : words.Say($"Porte sur {n} PTCE, {missing} {(missing == 1 ? "manque" : "manquent")}.", $"Over {n} PTCE, {missing} missing.");

    private static Html Row(Table table, Row row, Words words, bool demonstration) => Html.Of(
        $"<tr{(row.Key.EndsWith("total", StringComparison.Ordinal) ? new Html(" class=\"total\"") : Html.Empty)}><th scope=\"row\">{words.Say(row.Label)}</th>{row.Cells.Zip(table.Columns).Select(pair => Cell(pair.First, pair.Second, words, demonstration))}</tr>\n");

    private static Html Cell(Cell cell, Column column, Words words, bool demonstration) => cell.Status switch
    {
        FigureStatus.Suppressed => Html.Of($"<td class=\"number suppressed\"><abbr title=\"{words.Say("supprimé : secret statistique", "suppressed: statistical confidentiality")}\">s</abbr></td>"),
        FigureStatus.Missing => Html.Of($"<td class=\"number missing\"><span title=\"{words.Say("non connu", "not known")}\">–</span></td>"),
        _ when cell.Value is { } number => Html.Of($"<td class=\"number\">{words.Number(number, column.Unit)}{words.Mark(cell.Origin, demonstration)}</td>"),
        _ => Html.Of($"<td>{cell.Text?.In(words.Language)}</td>"),
    };
}
