using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Ptce.Gateway.Tests.Home;

public sealed partial class HomePageTests
{
    private static readonly Uri Page = new("/", UriKind.Relative);

    [Fact]
    public async Task The_page_shows_the_campaigns_progress_and_links_to_the_report()
    {
        using var observatory = new Observatory();
        observatory.Network.Answer("reporting", _ => new HttpResponseMessage
        {
            Content = JsonContent.Create(new
            {
                year = 2015,
                state = "open",
                demonstration = true,
                poles = 11,
                dossiers = new Dictionary<string, int> { ["signed-off"] = 7, ["in-review"] = 4 },
                answered = 1234,
                expected = 2000,
            }),
        });
        using var browser = observatory.Browser();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(Page));
        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/reports/2015\"", page, StringComparison.Ordinal);
        Assert.Contains("données de démonstration", page, StringComparison.Ordinal);
        Assert.Matches(@"Dossiers validés</dt><dd>7\s*<small>sur\s*11", page);
        Assert.Contains("1\u202f234", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_Reporting_the_page_is_there_and_says_so_in_English_too()
    {
        using var observatory = new Observatory();
        using var browser = observatory.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var answer = await browser.GetAsync(Page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("its progress is not available", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api-docs/")]
    public async Task Nothing_is_fetched_from_elsewhere(string path)
    {
        using var observatory = new Observatory();
        using var browser = observatory.Browser();
        var page = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotMatch(Elsewhere(), await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_descriptions_of_all_services_are_reached_through_the_gateway()
    {
        using var observatory = new Observatory();
        using var browser = observatory.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/openapi/identity.json", UriKind.Relative))).StatusCode);
        Assert.Contains(observatory.Network.Seen, request => request.RequestUri!.AbsolutePath == "/openapi/identity.json");
    }

    [GeneratedRegex("""(?:src|href)=["']?(?:https?:)?//""")]
    private static partial Regex Elsewhere();
}
