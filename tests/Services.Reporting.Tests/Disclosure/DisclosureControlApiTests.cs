using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ptce.Testing;

namespace Ptce.Reporting.Tests.Disclosure;

public sealed class DisclosureControlApiTests : IClassFixture<DisclosureControlApiTests.Host>
{
    private const string Protect = "/api/reporting/disclosure-control/protect", Audit = "/api/reporting/disclosure-control/audit";

    private const string Insee = """
        {"tables":[{"name":"entreprises","dimensions":[{"name":"ACTIVITY","total":"Total","codes":["01","02","06"]},{"name":"SIZE","total":"Total","codes":["tr1","tr2"]}],
        "cells":[{"at":["01","tr1"],"value":100,"count":10,"max":20},{"at":["01","tr2"],"value":50,"count":5,"max":15},{"at":["02","tr1"],"value":30,"count":2,"max":20},
        {"at":["02","tr2"],"value":20,"count":5,"max":10},{"at":["06","tr1"],"value":60,"count":8,"max":16},{"at":["06","tr2"],"value":40,"count":6,"max":38},
        {"at":["01","Total"],"value":150,"count":15},{"at":["02","Total"],"value":50,"count":7},{"at":["06","Total"],"value":100,"count":14},
        {"at":["Total","tr1"],"value":190,"count":20},{"at":["Total","tr2"],"value":110,"count":16},{"at":["Total","Total"],"value":300,"count":36}]}],
        "rules":{"minCount":3,"dominance":{"n":1,"percent":85},"protection":{"percent":10}},"cost":"unit"}
        """;

    private readonly HttpClient analyst;
    private readonly Host factory;

    public DisclosureControlApiTests(Host factory)
    {
        this.factory = factory;
        analyst = factory.AsPerson("analyst");
    }

    public sealed class Host : ServiceFactory<ReportingService>;

    [Fact]
    public async Task The_published_example_comes_back_protected_and_without_what_is_suppressed()
    {
        var answer = await PostAsync(Protect, Insee);
        Assert.True((bool)answer["optimal"]!);
        Assert.True((bool)answer["safe"]!);
        Assert.Equal(2m, (decimal)answer["bound"]!);
        var suppressed = Cells(answer).Where(c => (string)c["status"]! != "published").ToList();
        Assert.Equal(
            ["02/tr1 frequency 0–50", "02/tr2 secondary 0–50", "06/tr1 secondary 40–90", "06/tr2 dominance 10–60"],
            suppressed.Select(c => $"{string.Join('/', c["at"]!.AsArray())} {c["status"]} {c["low"]}–{c["high"]}"));
        Assert.All(suppressed, c => Assert.Null(c["value"]));
        Assert.Equal(8, Cells(answer).Count(c => c["value"] is not null));
    }

    [Fact]
    public async Task The_same_request_gets_the_same_bytes()
    {
        var first = await (await analyst.PostAsync(Protect, Json(Insee))).Content.ReadAsStringAsync();
        Assert.Equal(first, await (await analyst.PostAsync(Protect, Json(Insee))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_audit_of_the_primaries_alone_finds_both_values()
    {
        var request = JsonNode.Parse(Insee)!;
        foreach (var cell in request["tables"]![0]!["cells"]!.AsArray())
        {
            var at = string.Join('/', cell!["at"]!.AsArray());
            cell["status"] = at switch { "02/tr1" => "frequency", "06/tr2" => "dominance", _ => "published" };
        }
        var answer = await PostAsync(Audit, request.ToJsonString());
        Assert.False((bool)answer["safe"]!);
        Assert.Equal(["30 30", "40 40"], Cells(answer).Where(c => (string)c["status"]! != "published").Select(c => $"{c["low"]} {c["high"]}"));
        Assert.Equal(2, answer["exposed"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_export_is_what_tau_argus_reads()
    {
        var answer = await PostAsync(Protect + "?export=tau-argus", Insee);
        var files = answer["exports"]!.AsArray().ToDictionary(f => (string)f!["name"]!, f => (string)f!["content"]!);
        Assert.Equal(["01-entreprises.tab", "01-entreprises.rda", "01-entreprises.hst"], files.Keys);
        Assert.StartsWith("\"01\";\"tr1\";100;10;20\n", files["01-entreprises.tab"], StringComparison.Ordinal);
        Assert.Contains("\"ACTIVITY\"\n  <RECODABLE>\n  <TOTCODE> \"Total\"\n", files["01-entreprises.rda"], StringComparison.Ordinal);
        Assert.Contains("\"02\";\"tr1\";u\n\"02\";\"tr1\";pl;3;3\n", files["01-entreprises.hst"], StringComparison.Ordinal);
        Assert.Contains("\"02\";\"tr2\";ml\n", files["01-entreprises.hst"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"value\":150,\"count\":15", "\"value\":151,\"count\":15", "reporting.disclosure.cell.not-additive", "/tables/0/cells/6/value")]
    [InlineData("[\"01\",\"tr1\"],\"value\":100", "[\"01\",\"tr9\"],\"value\":100", "reporting.disclosure.cell.code-unknown", "/tables/0/cells/0/at/1")]
    [InlineData("[\"01\",\"tr1\"],\"value\":100", "[\"01\"],\"value\":100", "reporting.disclosure.cell.codes", "/tables/0/cells/0/at")]
    [InlineData("[\"01\",\"tr2\"],\"value\":50", "[\"01\",\"tr1\"],\"value\":50", "reporting.disclosure.cell.repeated", "/tables/0/cells/1/at")]
    [InlineData("\"value\":100,\"count\":10,", "\"count\":10,", "reporting.disclosure.cell.value", "/tables/0/cells/0/value")]
    [InlineData("\"count\":10,", "\"count\":-1,", "reporting.disclosure.cell.count", "/tables/0/cells/0/count")]
    [InlineData("\"codes\":[\"tr1\",\"tr2\"]", "\"codes\":[\"tr1\",\"tr1\"]", "reporting.disclosure.code.invalid", "/tables/0/dimensions/1/codes/1")]
    [InlineData("\"codes\":[\"tr1\",\"tr2\"]", "\"hierarchy\":{\"x\":[\"tr1\"]}", "reporting.disclosure.hierarchy.root", "/tables/0/dimensions/1/total")]
    [InlineData("\"codes\":[\"tr1\",\"tr2\"]", "\"hierarchy\":{\"Total\":[\"tr1\",\"tr2\"],\"y\":[\"z\"]}", "reporting.disclosure.hierarchy.unreachable", "/tables/0/dimensions/1/hierarchy/y")]
    [InlineData("\"codes\":[\"tr1\",\"tr2\"]", "\"name\":\"SIZE\"", "reporting.disclosure.dimension.shape", "/tables/0/dimensions/1")]
    [InlineData("\"max\":20},{\"at\":[\"01\",\"tr2\"]", "\"max\":20,\"fixed\":3},{\"at\":[\"01\",\"tr2\"]", "reporting.disclosure.cell.fixed", "/tables/0/cells/0/fixed")]
    [InlineData("\"max\":20},{\"at\":[\"01\",\"tr2\"]", "\"contributors\":[{\"id\":\"a\",\"amount\":3}]},{\"at\":[\"01\",\"tr2\"]", "reporting.disclosure.contributors.sum", "/tables/0/cells/0/contributors")]
    [InlineData("\"cost\":\"unit\"", "\"cost\":\"gold\"", "reporting.disclosure.cost.unknown", "/cost")]
    [InlineData("\"percent\":10", "\"percent\":0", "reporting.disclosure.rules.range", "/rules/protection/percent")]
    [InlineData("\"name\":\"entreprises\",", "", "reporting.disclosure.table.unnamed", "/tables/0/name")]
    public async Task What_is_wrong_with_a_request_is_told_with_its_place(string from, string to, string code, string pointer)
    {
        Assert.Contains(from, Insee.ReplaceLineEndings(""), StringComparison.Ordinal);
        var response = await analyst.PostAsync(Protect, Json(Insee.ReplaceLineEndings("").Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var errors = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsArray();
        Assert.Contains(errors, e => (string)e!["code"]! == code && (string)e["pointer"]! == pointer);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"tables\":[]}")]
    [InlineData("{\"tables\":[null]}")]
    [InlineData("{\"tables\":[{\"name\":\"t\",\"dimensions\":[null],\"cells\":[null]}]}")]
    [InlineData("{\"tables\":[{\"name\":\"t\",\"dimensions\":[{\"name\":\"d\",\"codes\":[null]}],\"cells\":[]}]}")]
    [InlineData("{\"tables\":[{\"name\":\"t\",\"dimensions\":[{\"name\":\"d\",\"codes\":[\"a\"]}],\"cells\":[null,{\"at\":[null]},{\"at\":[\"a\"],\"value\":1,\"contributors\":[null]}]}]}")]
    [InlineData("{\"tables\":[{\"name\":\"t\",\"dimensions\":[{\"name\":\"d\",\"total\":\"T\",\"hierarchy\":{\"T\":null,\"x\":[\"T\"]}}],\"cells\":[]}]}")]
    [InlineData("{\"tables\":\"no\"}")]
    [InlineData("nonsense")]
    public async Task Broken_requests_are_refused_clearly(string body)
    {
        foreach (var address in (string[])[Protect, Audit])
        {
            var response = await analyst.PostAsync(address, Json(body));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.NotEmpty(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsArray());
        }
    }

    [Fact]
    public async Task Tables_beyond_the_limits_are_refused_as_too_large()
    {
        var codes = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"c{i}\""));
        var body = $$"""{"tables":[{"name":"t","dimensions":[{"name":"a","total":"T","codes":[{{codes}}]},{"name":"b","total":"T","codes":[{{codes}}]}],"cells":[{"at":["T","T"],"value":1}]}]}""";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await analyst.PostAsync(Protect, Json(body))).StatusCode);
    }

    [Fact]
    public async Task Only_those_who_manage_reports_may_ask()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await factory.CreateClient().PostAsync(Protect, Json(Insee))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.AsPerson("leader:phares").PostAsync(Protect, Json(Insee))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await factory.AsMachine("reports.manage").PostAsync(Protect, Json(Insee))).StatusCode);
    }

    private async Task<JsonNode> PostAsync(string address, string body)
    {
        var response = await analyst.PostAsync(address, Json(body));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static IEnumerable<JsonNode> Cells(JsonNode answer) => answer["tables"]![0]!["cells"]!.AsArray().Select(c => c!);

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
