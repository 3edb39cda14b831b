using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Ptce.Charts.Bars;
using Ptce.Charts.Circles;
using Ptce.Charts.Lines;
using Ptce.Charts.Networks;

namespace Ptce.Charts.Tests;

public sealed class FigureTests
{
    public static TheoryData<string> Names => [.. Gallery.Figures.Keys];

    /// <summary>Set PTCE_WRITE_GOLDEN=1 to accept the present drawings; then look at them.</summary>
    [Theory, MemberData(nameof(Names))]
    public void A_figure_is_drawn_byte_for_byte_as_accepted(string name)
    {
        var drawn = Gallery.Figures[name].ToSvg();
        if (Environment.GetEnvironmentVariable("PTCE_WRITE_GOLDEN") == "1")
            File.WriteAllText(Path.Combine(SourceFolder(), "Golden", name + ".svg"), drawn);
        Assert.Equal(File.ReadAllText(Path.Combine(SourceFolder(), "Golden", name + ".svg")), drawn);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_figure_is_well_formed_and_tells_its_title_and_its_values(string name)
    {
        var figure = Gallery.Figures[name];
        var svg = XDocument.Parse(figure.ToSvg()).Root!;
        Assert.Equal("img", (string?)svg.Attribute("role"));
        var title = svg.Elements().Single(e => e.Name.LocalName == "title");
        var desc = svg.Elements().Single(e => e.Name.LocalName == "desc");
        Assert.Equal(figure.Title, title.Value);
        Assert.NotEmpty(desc.Value);
        Assert.Equal($"{(string?)title.Attribute("id")} {(string?)desc.Attribute("id")}", (string?)svg.Attribute("aria-labelledby"));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_identifier_in_a_figure_is_unique_and_every_reference_resolves(string name)
    {
        var svg = XDocument.Parse(Gallery.Figures[name].ToSvg());
        var ids = svg.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.StartsWith(Gallery.Figures[name].Id, id, StringComparison.Ordinal));
        var references = svg.Descendants().Attributes().Where(a => a.Value.StartsWith("url(#", StringComparison.Ordinal)).Select(a => a.Value[5..^1]);
        Assert.All(references, r => Assert.Contains(r, ids));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_figure_stays_inside_its_frame(string name)
    {
        var svg = XDocument.Parse(Gallery.Figures[name].ToSvg()).Root!;
        var frame = ((string)svg.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
        var drawn = svg.Elements().Where(e => e.Name.LocalName != "defs").ToList();
        Assert.All(drawn.Attributes().Where(a => a.Name.LocalName is "x" or "x1" or "x2" or "cx"), a => Assert.InRange(Number(a.Value), 0, frame[2]));
        Assert.All(drawn.Attributes().Where(a => a.Name.LocalName is "y" or "y1" or "y2" or "cy"), a => Assert.InRange(Number(a.Value), 0, frame[3]));

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_figure_does_not_depend_on_the_culture_of_the_machine(string name)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-EG");
            var arabic = Gallery.Figures[name].ToSvg();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(arabic, Gallery.Figures[name].ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Characters_that_xml_refuses_are_replaced()
    {
        var figure = new BarFigure { Id = "x", Title = "a\u0001b\ud800<\"&\uFFFE", Bars = [] };
        Assert.Equal("a\uFFFDb\uFFFD<\"&\uFFFD", XDocument.Parse(figure.ToSvg()).Root!.Elements().First().Value);
    }

    [Fact]
    public void A_missing_value_is_not_drawn_as_zero()
    {
        var svg = new BarFigure { Id = "x", Title = "t", Bars = [new("a", null, "s"), new("b", 0)] }.ToSvg();
        Assert.Single(XDocument.Parse(svg).Descendants(), e => e.Name.LocalName == "rect");
        Assert.Contains(">s</text>", svg, StringComparison.Ordinal);
        Assert.Contains("a\u00a0: s", svg.Replace(" : ", "\u00a0: ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_a_whole_with_a_missing_part_are_not_drawn()
    {
        var figure = new StackedBarFigure { Id = "x", Title = "t", Series = ["p", "q"], Bars = [new("b", [1, null], "s")] };
        Assert.DoesNotContain("100", XDocument.Parse(figure.ToSvg()).Root!.Elements().Single(e => e.Name.LocalName == "desc").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("%", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_a_figure_cannot_show_truthfully_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new StackedBarFigure { Id = "x", Title = "t", Series = ["p"], Bars = [new("b", [-1])] }.ToSvg());
        Assert.Throws<ArgumentException>(() => new NestedCirclesFigure { Id = "x", Title = "t", Circles = [new("1", 5), new("2", 4)] }.ToSvg());
        Assert.Throws<ArgumentException>(() => new LineFigure { Id = "x", Title = "t", Positions = ["1"], Lines = [new("l", [])] }.ToSvg());
        Assert.Throws<ArgumentException>(() => new NetworkFigure { Id = "x", Title = "t", Nodes = [new("a", "A")], Ties = [new("a", "a")] }.ToSvg());
        Assert.Throws<ArgumentException>(() => new BarFigure { Id = "x y", Title = "t", Bars = [] });
    }

    [Fact]
    public void Figures_without_data_are_still_well_formed()
    {
        Figure[] empty =
        [
            new BarFigure { Id = "x", Title = "t", Bars = [] }, new BarFigure { Id = "x", Title = "t", Bars = [], Upright = true },
            new StackedBarFigure { Id = "x", Title = "t", Series = [], Bars = [] }, new LineFigure { Id = "x", Title = "t", Positions = [], Lines = [] },
            new NestedCirclesFigure { Id = "x", Title = "t", Circles = [] }, new NetworkFigure { Id = "x", Title = "t", Nodes = [], Ties = [] },
            new SparklineFigure { Id = "x", Title = "t", Values = [] }, new ProgressFigure { Id = "x", Title = "t", Done = 0, Total = 0 },
        ];
        Assert.All(empty, f => Assert.NotNull(XDocument.Parse(f.ToSvg()).Root));
    }

    [Fact]
    public void Members_of_a_network_do_not_stand_on_one_another()
    {
        var nodes = Enumerable.Range(0, 60).Select(i => new NetworkNode($"n{i}", $"N{i}")).ToList();
        var ties = Enumerable.Range(1, 45).Select(i => new NetworkTie($"n{i}", $"n{i * i % i + i / 3}")).Where(t => t.From != t.To).ToList();
        var svg = XDocument.Parse(new NetworkFigure { Id = "x", Title = "t", Nodes = nodes, Ties = ties }.ToSvg());
        var places = svg.Descendants().Where(e => e.Name.LocalName == "circle")
            .Select(e => (X: (double)e.Attribute("cx")!, Y: (double)e.Attribute("cy")!)).ToList();
        Assert.Equal(60, places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.True(Math.Abs(places[i].X - places[j].X) + Math.Abs(places[i].Y - places[j].Y) > 8, $"{i} and {j} coincide");
        }
    }

    [Fact]
    public void The_style_sheet_themes_every_class_that_figures_use()
    {
        var used = Gallery.Figures.Values.SelectMany(f => XDocument.Parse(f.ToSvg()).Descendants().Attributes("class")).Select(a => a.Value).Distinct();
        Assert.All(used, c => Assert.Contains("." + c, ChartTheme.Css, StringComparison.Ordinal));
        Assert.Contains("var(--chart-1,", ChartTheme.Css, StringComparison.Ordinal);
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
