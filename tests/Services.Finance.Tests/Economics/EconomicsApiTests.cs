using System.Net;
using System.Text.Json.Nodes;
using static Ptce.Finance.Tests.Json;

namespace Ptce.Finance.Tests.Economics;

public sealed class EconomicsApiTests(FinanceHost host) : IClassFixture<FinanceHost>
{
    private static readonly JsonObject Header = new() { ["situation"] = "autonomous", ["premisesIncluded"] = true, ["provenance"] = "document" };

    [Fact]
    public async Task A_year_is_created_repeated_without_effect_and_edited_only_under_its_version()
    {
        var client = host.AsPerson("leader:phares");
        var created = await client.PutAsync("/api/finance/poles/phares/years/2014", Header);
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        var tag = created.Headers.ETag!.Tag;

        var repeated = await client.PutAsync("/api/finance/poles/phares/years/2014", Header);
        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
        Assert.Equal(tag, repeated.Headers.ETag!.Tag);

        var changed = (JsonObject)Header.DeepClone();
        changed["situation"] = "analytic";
        Assert.Equal((HttpStatusCode)428, (await client.PutAsync("/api/finance/poles/phares/years/2014", changed)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync("/api/finance/poles/phares/years/2014", changed, tag)).StatusCode);

        var stale = await client.PutAsync("/api/finance/poles/phares/years/2014", Header, tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("analytic", (string?)(await stale.BodyAsync())["current"]!["situation"]);
    }

    [Fact]
    public async Task Each_change_of_a_batch_has_its_own_fate()
    {
        var client = host.AsPerson("contributor:innovales");
        var rent = Change("I.LOY", 1200.50m);
        var first = await (await client.PutAsync("/api/finance/poles/innovales/years/2014/lines", Batch(rent, Change("S.REG", 5000m)))).BodyAsync();
        Assert.Equal(["accepted", "accepted"], Outcomes(first));

        var second = await (await client.PutAsync("/api/finance/poles/innovales/years/2014/lines", Batch(
            rent,
            Change("S.REG", 6000m),
            Change("S.REG", 6000m, @base: 1),
            Change("V.XYZ", 1m),
            Change("S.DEP", 1.234m),
            Change("I.LOY", 3m, id: Guid.Parse((string)rent["id"]!))))).BodyAsync();
        Assert.Equal(["duplicate", "conflict", "accepted", "refused", "refused", "refused"], Outcomes(second));
        Assert.Equal(5000m, (decimal?)second["results"]![1]!["server"]!["amount"]);
        Assert.Equal("finance.line.unknown", (string?)second["results"]![3]!["code"]);
        Assert.Equal("/changes/4/amount", (string?)second["results"]![4]!["pointer"]);
        Assert.Equal("finance.change.id-reused", (string?)second["results"]![5]!["code"]);

        var year = await (await client.GetAsync("/api/finance/poles/innovales/years/2014")).BodyAsync();
        Assert.Equal(7200.50m, (decimal?)year["totals"]!["income"]);
        Assert.Equal(6000m, (decimal?)year["totals"]!["byGroup"]!["grants"]);

        var history = await (await client.GetAsync("/api/finance/poles/innovales/years/2014/changes")).BodyAsync();
        Assert.Equal([5000m, 6000m], history["items"]!.AsArray().Where(i => (string?)i!["line"] == "S.REG").Select(i => (decimal)i!["after"]!["amount"]!));
    }

    [Fact]
    public async Task A_removed_line_leaves_the_totals_and_can_come_back()
    {
        var client = host.AsMachine();
        await client.PutAsync("/api/finance/poles/serre/years/2014/lines", Batch(Change("S.COM", 10m)));
        var remove = Change("S.COM", 0, @base: 1);
        remove["remove"] = true;
        var again = await (await client.PutAsync("/api/finance/poles/serre/years/2014/lines", Batch(remove, Change("S.COM", 7m)))).BodyAsync();
        Assert.Equal(["accepted", "accepted"], Outcomes(again));
        Assert.Equal(3, (int?)again["results"]![1]!["revision"]);
        var year = await (await client.GetAsync("/api/finance/poles/serre/years/2014")).BodyAsync();
        Assert.Equal(7m, (decimal?)year["totals"]!["income"]);
    }

    [Fact]
    public async Task Totals_that_do_not_add_up_and_classes_86_and_87_that_differ_block()
    {
        var client = host.AsMachine();
        await client.PutAsync("/api/finance/poles/lille/years/2014", new JsonObject { ["situation"] = "analytic", ["declaredIncome"] = 100m });
        await client.PutAsync("/api/finance/poles/lille/years/2014/lines", Batch(Change("S.REG", 90m), Change("V.BEN", 40m), Change("U.BEN", 30m)));
        var year = await (await client.GetAsync("/api/finance/poles/lille/years/2014?lang=en")).BodyAsync();
        var blocking = year["checks"]!.AsArray().Where(c => (string?)c!["severity"] == "blocking").Select(c => (string)c!["code"]!);
        Assert.Equal(["finance.totals.income", "finance.contributions.unbalanced"], blocking);
    }

    [Fact]
    public async Task An_answered_warning_opens_again_when_its_figures_change()
    {
        var client = host.AsMachine();
        await client.PutAsync("/api/finance/poles/bray/years/2014/lines", Batch(Change("S.NV", 50m), Change("S.REG", 50m)));
        var answered = await (await client.PutAsync("/api/finance/poles/bray/years/2014/warnings/finance.grants.not-allocated", new JsonObject { ["answer"] = "Détail perdu." })).BodyAsync();
        Assert.True((bool?)answered["checks"]![0]!["answered"]);
        await client.PutAsync("/api/finance/poles/bray/years/2014/lines", Batch(Change("S.NV", 60m, @base: 1)));
        var year = await (await client.GetAsync("/api/finance/poles/bray/years/2014")).BodyAsync();
        Assert.False((bool?)year["checks"]![0]!["answered"]);
    }

    [Fact]
    public async Task Another_poles_economics_do_not_exist()
    {
        await host.AsMachine().PutAsync("/api/finance/poles/periscope/years/2014", Header);
        var stranger = host.AsPerson("leader:phares");
        var hidden = await stranger.GetAsync("/api/finance/poles/periscope/years/2014");
        var absent = await stranger.GetAsync("/api/finance/poles/phares/years/1999");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(await Problem(absent), await Problem(hidden));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PutAsync("/api/finance/poles/periscope/years/2014/lines", Batch(Change("S.REG", 1m)))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.AsPerson("observer").GetAsync("/api/finance/poles/periscope/years/2014")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.CreateClient().GetAsync("/api/finance/poles/periscope/years/2014")).StatusCode);

        static async Task<string?> Problem(HttpResponseMessage response) => (string?)(await response.BodyAsync())["code"];
    }

    [Fact]
    public async Task Crossing_batches_on_one_year_both_keep_what_was_accepted()
    {
        var client = host.AsMachine();
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(async n =>
            await (await client.PutAsync("/api/finance/poles/crossing/years/2014/lines", Batch(Change("S.REG", n, n: n)))).BodyAsync()));
        Assert.True(answers.All(answer => Outcomes(answer).Single() == "accepted"), string.Join("\n", answers.Select(a => a.ToJsonString())));
        var year = await (await client.GetAsync("/api/finance/poles/crossing/years/2014")).BodyAsync();
        Assert.Equal(36m, (decimal?)year["totals"]!["income"]);
    }

    [Fact]
    public async Task The_catalogue_is_public_and_bilingual()
    {
        var lines = (await (await host.CreateClient().GetAsync("/api/finance/lines")).BodyAsync()).AsArray();
        var fees = lines.Single(line => (string?)line!["code"] == "I.COT")!;
        Assert.Equal("Cotisations des membres", (string?)fees["label"]!["fr"]);
        Assert.Equal("Membership fees", (string?)fees["label"]!["en"]);
        Assert.Equal("internal", (string?)fees["group"]);
    }

    private static IEnumerable<string?> Outcomes(JsonNode answer) => answer["results"]!.AsArray().Select(result => (string?)result!["outcome"]);
}
