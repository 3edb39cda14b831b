using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Pages;

/// <summary>Indicators across poles: formula, then one line a part with mean, pooled value and distribution.</summary>
internal static class ReportIndicators
{
    private static readonly (string Statistic, Label Label)[] Statistics =
    [
        ("mean", new("Moyenne par PTCE", "Mean by PTCE")),
        ("pooled", new("Ensemble", "Pooled")),
        ("min", new("Minimum", "Minimum")),
        ("q1", new("1er quartile", "Lower quartile")),
        ("median", new("Médiane", "Median")),
        ("q3", new("3e quartile", "Upper quartile")),
        ("max", new("Maximum", "Maximum")),
    ];

    public static Html Write(IIndicator indicator, IReadOnlyList<Figure> figures, Words words, bool demonstration)
    {
        var across = figures.Where(figure => figure.Pole is null).ToArray();
        var lines = across.Select(figure => (figure.Code, Part: Part(figure))).Distinct().ToArray();
        var named = figures.Where(figure => figure.Pole is not null && figure.Status == FigureStatus.Ok).ToArray();
        return Html.Of($"""
            <section class="indicator" id="{indicator.Code}">
            <h3><span class="code">{indicator.Code}</span> {words.Say(indicator.Name)}</h3>
            <p class="formula">{words.Say(indicator.Formula)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="{words.Say(indicator.Name)}"><table>
            <caption class="hidden">{words.Say(indicator.Name)}</caption>
            <thead><tr><th scope="col">{words.Say("Part", "Part")}</th>{Statistics.Select(one => Html.Of($"<th scope=\"col\">{words.Say(one.Label)}</th>"))}<th scope="col">n</th><th scope="col">{words.Say("manquants", "missing")}</th></tr></thead>
            <tbody>
            {lines.Select(line => Line(line.Code, line.Part, across, words, demonstration))}
            </tbody></table></div>
            {Html.When(named.Length > 0, () => Named(named, words, demonstration))}
            </section>

            """);
    }

    private static Html Line(string code, string part, Figure[] across, Words words, bool demonstration)
    {
        var figures = across.Where(figure => figure.Code == code && Part(figure) == part).ToArray();
        Html Cell(string statistic) => figures.FirstOrDefault(figure => Statistic(figure) == statistic) is { } figure ? Value(figure, words, demonstration) : new("<td></td>");
        return Html.Of($"<tr><th scope=\"row\">{(code.Length > 3 ? code + " " : "")}{PartNames.Of(part, words)}</th>{Statistics.Select(one => Cell(one.Statistic))}<td class=\"number\">{figures[0].N}</td><td class=\"number\">{figures[0].Missing}</td></tr>\n");
    }

    /// <summary>Values that name a pole, for those who may read them.</summary>
    private static Html Named(Figure[] named, Words words, bool demonstration) => Html.Of($"""
        <details><summary>{words.Say("Par PTCE", "By PTCE")}</summary><table>
        <thead><tr><th scope="col">PTCE</th><th scope="col">{words.Say("Part", "Part")}</th><th scope="col">{words.Say("Valeur", "Value")}</th></tr></thead>
        <tbody>{named.Select(figure => Html.Of($"<tr><th scope=\"row\">{figure.Pole}</th><td>{PartNames.Of(figure.Measure, words)}</td>{Value(figure, words, demonstration)}</tr>\n"))}</tbody></table></details>
        """);

    private static Html Value(Figure figure, Words words, bool demonstration) => figure.Status switch
    {
        FigureStatus.Suppressed => Html.Of($"<td class=\"number suppressed\"><abbr title=\"{words.Say("non publié : secret statistique", "withheld: statistical confidentiality")}\">s</abbr></td>"),
        FigureStatus.Missing => new("<td class=\"number missing\">–</td>"),
        _ => Html.Of($"<td class=\"number\">{words.Number(figure.Value!.Value, figure.Unit)}{words.Mark(figure.Origin, demonstration)}</td>"),
    };

    private static string Statistic(Figure figure) =>
        Statistics.Select(one => one.Statistic).FirstOrDefault(statistic => figure.Measure.Split('.').Contains(statistic)) ?? "";

    /// <summary>The measure without its statistic: <c>internal.mean</c> is of the part <c>internal</c>, <c>mean.enterprises</c> of <c>enterprises</c>.</summary>
    private static string Part(Figure figure) => string.Join('.', figure.Measure.Split('.').Except([Statistic(figure)]));
}
