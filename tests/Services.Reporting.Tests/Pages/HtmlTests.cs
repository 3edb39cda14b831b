using Ptce.Reporting.Pages;

namespace Ptce.Reporting.Tests.Pages;

public class HtmlTests
{
    [Fact]
    public void Text_never_becomes_markup()
    {
        var name = "<script>alert(1)</script> & “Les Tilleuls” d'été";
        Assert.Equal("<td>&lt;script&gt;alert(1)&lt;/script&gt; &amp; “Les Tilleuls” d&#x27;été</td>", Html.Of($"<td>{name}</td>").Markup);
    }

    [Fact]
    public void Markup_inside_markup_is_kept() => Assert.Equal("<p><b>1</b></p>", Html.Of($"<p>{Html.Of($"<b>{1}</b>")}</p>").Markup);
}
