using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using static Ptce.Finance.Tests.Json;

namespace Ptce.Finance.Tests.Ledgers;

public sealed class LedgerApiTests(FinanceHost host) : IClassFixture<FinanceHost>
{
    private static readonly List<SampleLine> Lines = [.. new SampleLedger(11, 2021).Lines(400)];

    [Fact]
    public async Task A_ledger_is_imported_applied_and_every_figure_drills_down_to_its_entries()
    {
        var client = host.AsPerson("leader:phares");
        var id = Guid.CreateVersion7();
        var import = await (await UploadAsync(client, "phares", FecFile.Bytes(Lines), $"id={id}&regime=PCA2018&name=732829320FEC20211231.txt")).BodyAsync();
        Assert.Equal(Lines.Count, (int?)import["linesRead"]);
        Assert.Empty(import["findings"]!.AsArray());

        var year = await (await client.PostAsync($"/api/finance/poles/phares/years/2021/ledger-imports/{id}/apply", null)).BodyAsync();
        var income = Lines.Where(l => l.Account[0] == '7').Sum(l => l.Credit - l.Debit) / 100m;
        Assert.Equal(income, (decimal?)year["totals"]!["income"]);
        Assert.Equal("imported", (string?)year["lines"]![0]!["provenance"]);

        foreach (var line in year["lines"]!.AsArray().Select(l => (string)l!["line"]!).Distinct().Where(line => line[0] != 'Q'))
        {
            var total = year["lines"]!.AsArray().Where(l => (string?)l!["line"] == line).Sum(l => (decimal)l!["amount"]!);
            Assert.Equal(total, await DrillAsync(client, $"/api/finance/poles/phares/years/2021/ledger-imports/{id}/entries?line={line}&limit=37"));
        }

        var again = await (await client.PostAsync($"/api/finance/poles/phares/years/2021/ledger-imports/{id}/apply", null)).BodyAsync();
        Assert.Equal((long?)year["revision"], (long?)again["revision"]);
    }

    [Fact]
    public async Task A_repeated_upload_is_one_import_and_another_file_under_its_id_is_refused()
    {
        var client = host.AsMachine();
        var id = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(client, "twice", FecFile.Bytes(Lines), $"id={id}&regime=PCA2018")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(client, "twice", FecFile.Bytes(Lines), $"id={id}&regime=PCA2018")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await UploadAsync(client, "twice", FecFile.Bytes(Lines, new(Separator: '|')), $"id={id}&regime=PCA2018")).StatusCode);
        Assert.Single((await (await client.GetAsync("/api/finance/poles/twice/years/2021/ledger-imports")).BodyAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task A_faulty_file_imports_nothing_and_says_where_in_both_languages()
    {
        var client = host.AsMachine();
        var text = Encoding.UTF8.GetString(FecFile.Bytes(Lines));
        var spoilt = Encoding.UTF8.GetBytes(text.Replace("\t0,00\t", "\t0.00\t"));
        var french = await UploadAsync(client, "faulty", spoilt, "regime=PCA2018");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, french.StatusCode);
        var problem = await french.BodyAsync();
        Assert.Equal("finance.ledger.faulty", (string?)problem["code"]);
        Assert.Equal(("finance.fec.amount-decimal-point", 2, "Credit"), ((string?)problem["errors"]![0]!["code"], (int?)problem["errors"]![0]!["line"], (string?)problem["errors"]![0]!["column"]));
        Assert.Contains("Point décimal", (string?)problem["errors"]![0]!["message"]);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
        Assert.Contains("Decimal point", (string?)(await (await UploadAsync(client, "faulty", spoilt, "regime=PCA2018")).BodyAsync())["errors"]![0]!["message"]);
        Assert.False(await host.ReadAsync(db => db.Imports.AnyAsync(i => i.PoleKey == "faulty")));
        Assert.Equal(Lines.Count, (int?)problem["counts"]!["finance.fec.amount-decimal-point"]);
    }

    [Fact]
    public async Task Typed_lines_are_replaced_only_when_told_and_come_back_with_the_next_import()
    {
        var client = host.AsMachine();
        await client.PutAsync("/api/finance/poles/typed/years/2021/lines", Batch(Change("S.REG", 1m), Change("M.REV", 5m)));
        var first = await UploadedAsync(client, "typed", Lines);
        var refused = await client.PostAsync($"/api/finance/poles/typed/years/2021/ledger-imports/{first}/apply", null);
        Assert.Equal("finance.ledger.typed-lines", (string?)(await refused.BodyAsync())["code"]);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"/api/finance/poles/typed/years/2021/ledger-imports/{first}/apply?replace=true", null)).StatusCode);

        List<SampleLine> other = [.. new SampleLedger(12, 2021).Lines(100)];
        var second = await UploadedAsync(client, "typed", other);
        var year = await (await client.PostAsync($"/api/finance/poles/typed/years/2021/ledger-imports/{second}/apply", null)).BodyAsync();
        Assert.Equal(other.Where(l => l.Account[0] == '7').Sum(l => l.Credit - l.Debit) / 100m, (decimal?)year["totals"]!["income"]);
        Assert.Contains(year["lines"]!.AsArray(), l => (string?)l!["line"] == "M.REV");
    }

    [Fact]
    public async Task Known_third_parties_tell_internal_from_external_income_and_funders_apart()
    {
        var client = host.AsMachine();
        var parties = new JsonArray();
        for (var customer = 0; customer < 40; customer++)
            parties.Add(new JsonObject { ["auxiliary"] = $"C{customer:D4}", ["kind"] = customer < 20 ? "member" : "third" });
        parties.Add(new JsonObject { ["auxiliary"] = "FX", ["kind"] = "funder", ["line"] = "S.PRIV", ["siren"] = "732829320" });
        var settings = new JsonObject { ["regime"] = "PCA2018", ["counterparties"] = parties };
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync("/api/finance/poles/parties/ledger-settings", settings)).StatusCode);

        var import = await (await UploadAsync(client, "parties", FecFile.Bytes(Lines), "")).BodyAsync();
        Assert.Equal(0m, (decimal?)import["unresolvedShare"]);
        Assert.Empty(import["unknownParties"]!.AsArray());
        var rents = Lines.Where(l => l.Account == "708300").Select(l => (l.Credit - l.Debit, Lines.First(o => o.Journal == "VE" && o.Number == l.Number && o.Auxiliary.Length > 0).Auxiliary)).ToList();
        Assert.Equal(rents.Where(r => string.CompareOrdinal(r.Auxiliary, "C0020") < 0).Sum(r => r.Item1) / 100m, Amount("I.LOY"));
        Assert.Equal(rents.Where(r => string.CompareOrdinal(r.Auxiliary, "C0020") >= 0).Sum(r => r.Item1) / 100m, Amount("E.LOY"));
        Assert.Contains(import["lines"]!.AsArray(), l => (string?)l!["line"] == "S.PRIV" && (string?)l["funderKey"] == "siren:732829320");
        Assert.True(Amount("S.UE.FEDER") > 0 && Amount("S.REG") > 0 && Amount("S.ETAT.PTCE") > 0);

        decimal Amount(string line) => import["lines"]!.AsArray().Where(l => (string?)l!["line"] == line).Sum(l => (decimal)l!["amount"]!);
    }

    [Fact]
    public async Task What_nobody_described_stays_visible_with_its_share_and_is_never_external()
    {
        var client = host.AsMachine();
        var import = await (await UploadAsync(client, "unknown", FecFile.Bytes(Lines), "regime=PCA2018")).BodyAsync();
        Assert.InRange((decimal)import["unresolvedShare"]!, 0.01m, 1m);
        Assert.DoesNotContain(import["lines"]!.AsArray(), l => ((string)l!["line"]!).StartsWith("E.", StringComparison.Ordinal));
        Assert.NotEmpty(import["unknownParties"]!.AsArray());
        var stored = await host.ReadAsync(db => db.Imports.Where(i => i.PoleKey == "unknown").Select(i => i.Report).SingleAsync());
        Assert.DoesNotContain("C00", stored);
        Assert.DoesNotContain("Client", stored.Replace("\"Clients\"", ""));
        Assert.DoesNotContain("Écriture", stored);
    }

    [Fact]
    public async Task The_accounts_of_a_lead_structure_need_a_slice_with_reasons()
    {
        var client = host.AsMachine();
        await client.PutAsync("/api/finance/poles/slice/years/2021", new JsonObject { ["situation"] = "analytic" });
        var bytes = FecFile.Bytes(Lines, new(ExtraColumns: ["Axe"]));
        Assert.Equal("finance.ledger.slice-missing", (string?)(await (await UploadAsync(client, "slice", bytes, "regime=PCA2018")).BodyAsync())["code"]);
        var keyed = new JsonObject { ["by"] = "column", ["value"] = "LIEU", ["percent"] = 25 };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsync("/api/finance/poles/slice/ledger-settings", Settings(keyed))).StatusCode);
        keyed["reason"] = "Surface occupée";
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync("/api/finance/poles/slice/ledger-settings", Settings(keyed))).StatusCode);
        var import = await (await UploadAsync(client, "slice", bytes, "regime=PCA2018")).BodyAsync();
        var whole = Lines.Where(l => l.Account[0] == '6').Sum(l => l.Debit - l.Credit) / 100m;
        var inside = import["lines"]!.AsArray().Where(l => ((string)l!["line"]!).StartsWith("C.", StringComparison.Ordinal)).Sum(l => (decimal)l!["amount"]!);
        Assert.Equal(whole, inside + (decimal)import["excluded"]!["expense"]!);
        Assert.Contains(import["lines"]!.AsArray(), l => (string?)l!["destination"] == "coordination");

        static JsonObject Settings(JsonObject keyed) => new()
        {
            ["analyticColumn"] = "Axe",
            ["slice"] = new JsonArray(new JsonObject { ["by"] = "column", ["value"] = "PTCE", ["percent"] = 100, ["destination"] = "coordination", ["perimeter"] = "coordinator" }, keyed.DeepClone()),
        };
    }

    [Fact]
    public async Task A_split_file_is_sent_as_one_form()
    {
        var client = host.AsMachine();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(FecFile.Bytes(Lines.Take(150))), "file", "732829320FEC20211231_1.txt" },
            { new ByteArrayContent(FecFile.Bytes(Lines.Skip(150))), "file", "732829320FEC20211231_2.txt" },
        };
        var import = await (await client.PostAsync("/api/finance/poles/parts/years/2021/ledger-imports?regime=PCA2018", form)).BodyAsync();
        Assert.Equal(Lines.Count, (int?)import["linesRead"]);
    }

    [Fact]
    public async Task A_trial_balance_gives_the_same_totals_as_the_ledger_it_comes_from()
    {
        var client = host.AsMachine();
        var csv = new StringBuilder("CompteNum;CompteLib;Débit;Crédit\n");
        foreach (var account in Lines.GroupBy(l => l.Account).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var balance = account.Sum(l => l.Debit - l.Credit);
            csv.AppendLine(CultureInfo.InvariantCulture, $"{account.Key};{account.First().AccountLabel};{Money(Math.Max(balance, 0))};{Money(Math.Max(-balance, 0))}");
        }
        var answer = await client.PostAsync("/api/finance/poles/balance/years/2021/balance-imports?regime=PCA2018", new StringContent(csv.ToString(), Encoding.UTF8, "text/csv"));
        var import = await answer.BodyAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var income = import["lines"]!.AsArray().Where(l => "SIEXP".Contains(((string)l!["line"]!)[0])).Sum(l => (decimal)l!["amount"]!);
        Assert.Equal(Lines.Where(l => l.Account[0] == '7').Sum(l => l.Credit - l.Debit) / 100m, income);

        static string Money(long cents) => (cents / 100m).ToString("N2", CultureInfo.GetCultureInfo("fr-FR"));
    }

    [Fact]
    public async Task Another_poles_ledger_does_not_exist_and_a_deleted_one_leaves_no_posting()
    {
        var client = host.AsPerson("leader:mine");
        var id = await UploadedAsync(client, "mine", Lines);
        Assert.Equal(HttpStatusCode.NotFound, (await host.AsPerson("leader:theirs").GetAsync($"/api/finance/poles/mine/years/2021/ledger-imports/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.AsPerson("leader:theirs").GetAsync($"/api/finance/poles/theirs/years/2021/ledger-imports/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/finance/poles/mine/years/2021/ledger-imports/{id}")).StatusCode);
        Assert.False(await host.ReadAsync(db => db.Chunks.AnyAsync(c => c.ImportId == id)));
    }

    private static Task<HttpResponseMessage> UploadAsync(HttpClient client, string pole, byte[] bytes, string query)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return client.PostAsync($"/api/finance/poles/{pole}/years/2021/ledger-imports?{query}", content);
    }

    private static async Task<Guid> UploadedAsync(HttpClient client, string pole, IEnumerable<SampleLine> lines) =>
        Guid.Parse((string)(await (await UploadAsync(client, pole, FecFile.Bytes(lines), "regime=PCA2018")).BodyAsync())["id"]!);

    private static async Task<decimal> DrillAsync(HttpClient client, string path)
    {
        var total = 0m;
        string? cursor = null;
        do
        {
            var page = await (await client.GetAsync(path + (cursor is null ? "" : "&cursor=" + cursor))).BodyAsync();
            total += page["items"]!.AsArray().Sum(item => (decimal)item!["amount"]!);
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return total;
    }
}
