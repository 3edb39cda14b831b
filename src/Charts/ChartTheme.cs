using System.Globalization;
using System.Text;
using Ptce.Charts.Drawing;

namespace Ptce.Charts;

/// <summary>The style sheet that ties the figures' classes to CSS custom properties (thème des figures).</summary>
public static class ChartTheme
{
    /// <summary>
    /// Rules to put once in a page's style sheet. Custom properties: <c>--chart-1</c> … <c>--chart-8</c> (series), <c>--chart-ink</c>,
    /// <c>--chart-quiet</c> (axes), <c>--chart-paper</c>. Without it the figures keep their own colours.
    /// </summary>
    public static string Css { get; } = Build();

    private static string Build()
    {
        var css = new StringBuilder("""
            .chart{max-width:100%;height:auto;fill:var(--chart-ink,#1c2430)}
            .chart .axis{stroke:var(--chart-quiet,#8a94a3)}
            .chart .grid{stroke:var(--chart-grid,#dde2e8)}
            .chart .quiet{fill:var(--chart-quiet-text,#4a5565)}
            .chart .paper{fill:var(--chart-paper,#fff)}
            .chart .weave{stroke:var(--chart-paper,#fff)}
            .chart .edge{stroke:var(--chart-edge,#5b6470)}

            """);
        for (var i = 0; i < Palette.Colours.Count; i++)
        {
            css.Append(CultureInfo.InvariantCulture, $".chart .c{i + 1}{{fill:var(--chart-{i + 1},{Palette.Colours[i]})}}\n");
            css.Append(CultureInfo.InvariantCulture, $".chart .l{i + 1}{{fill:none;stroke:var(--chart-{i + 1},{Palette.Colours[i]})}}\n");
        }
        return css.Append("@media print{.chart{break-inside:avoid;print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n").ToString().ReplaceLineEndings("\n");
    }
}
