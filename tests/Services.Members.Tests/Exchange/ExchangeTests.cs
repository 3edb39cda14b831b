using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MiniExcelLibs;

namespace Ptce.Members.Tests.Exchange;

public sealed class ExchangeTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public async Task Every_fault_is_named_by_line_column_value_reason_and_remedy_and_nothing_is_written()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var file = $"""
            ptce;code_membre;nom;siren;statut;cercle;date_entree;date_sortie;annee;etp;residents;commune;fondateur
            {pole};ok;Membre en règle;732829320;association;1;2012-01-01;;2014;3,5;;93039;oui
            {pole};b;Clé fausse;732829321;association;1;2012-01-01;;2014;3;;;
            {pole};c;Statut inconnu;;fanfare;1;2012-01-01;;;;;;
            {pole};d;Date impossible;;association;1;2012-02-30;;;;;;
            {pole};e;Sortie avant entrée;;association;1;2012-01-01;2011-01-01;;;;;
            {pole};f;ETP négatifs;;association;1;2012-01-01;;2014;-1;;;
            {pole};g;Sans cercle;;association;;;;;;;;
            nulle-part;h;PTCE inconnu;;association;1;;;;;;;
            {pole};i;Année absente;;association;1;2012-01-01;;;4;;;
            {pole};j;Demi-résident;;association;1;2012-01-01;;2014;;1,5;;
            {pole};k;Commune inconnue;;association;1;2012-01-01;;;;;99999;
            {pole};ok;Membre en règle;;association;2;2013-01-01;;;;;;
            {pole};l;Peut-être;;association;1;2012-01-01;;;;;;peut-être
            {pole};m;;;association;1;2012-01-01;;;;;;
            """;
        foreach (var dryRun in new[] { true, false })
        {
            var problem = await ImportAsync(client, Encoding.UTF8.GetBytes(file), dryRun).ProblemAsync(422, "members.import.faulty");
            Assert.Equal(
                [
                    "3 siren members.siren.checksum 732829321", "4 statut members.field.not-in-list fanfare", "5 date_entree members.import.not-a-date 2012-02-30",
                    "6 date_sortie members.belonging.empty 2011-01-01", "7 etp members.figures.negative -1", "8 cercle members.import.circle-missing ",
                    "9 ptce members.import.pole-unknown nulle-part", "10 annee members.import.year-missing ", "11 residents members.import.not-whole 1,5",
                    "12 commune members.territory.unknown 99999", "13 date_entree members.belonging.overlap 2013-01-01", "14 fondateur members.import.not-a-flag peut-être",
                    "15 nom members.field.missing ",
                ],
                problem["errors"]!.AsArray().Select(e => $"{e!["line"]} {e["column"]} {e["code"]} {e["value"]}"));
            Assert.All(problem["errors"]!.AsArray(), error => Assert.False(string.IsNullOrEmpty((string?)error!["message"]) || string.IsNullOrEmpty((string?)error["remedy"])));
        }
        Assert.Empty((await client.GetAsync($"/api/members/poles/{pole}/memberships").OkAsync())["items"]!.AsArray());
        Assert.Empty((await client.GetAsync("/api/members/organisations?search=membre+en+regle").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_the_import_then_does_it_once()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var file = Encoding.UTF8.GetBytes($"""
            ptce,code_membre,nom,autres_noms,statut,labels,fonctions,cercle,date_entree,date_sortie,annee,etp,produits,criteres,fondateur
            {pole},m1,Val Horizon,Valhorizon|VH,Association,Atelier et chantier d'insertion|esus,work-integration,2,2010-01-01,2014-01-01,2013,"3,5",,resident,oui
            {pole},m1,Val  Horizon,,association,,,1,01/01/2014,,2014,4,640000,,
            """);
        var announced = await ImportAsync(client, file, dryRun: true).OkAsync();
        Assert.Equal(("1 0 0", "1 0 0", "2 0 0", true), (Count(announced, "organisations"), Count(announced, "memberships"), Count(announced, "figures"), (bool)announced["dryRun"]!));
        Assert.Empty((await client.GetAsync($"/api/members/poles/{pole}/memberships").OkAsync())["items"]!.AsArray());
        Assert.Equal("1 0 0", Count(await ImportAsync(client, file).OkAsync(), "organisations"));
        var member = (await client.GetAsync($"/api/members/poles/{pole}/memberships").OkAsync())["items"]![0]!;
        Assert.Equal("2:2010-01-01..2014-01-01 1:2014-01-01..", string.Join(' ', member["belongings"]!.AsArray().Select(b => $"{b!["circle"]}:{b["entry"]}..{b["exit"]}")));
        Assert.Equal("imported", (string?)member["provenance"]);
        var organisation = await client.GetAsync($"/api/members/organisations/{member["organisation"]!["id"]}").OkAsync();
        Assert.Equal(("Val Horizon", "Valhorizon, VH, Val  Horizon", "aci"), ((string?)organisation["name"], string.Join(", ", organisation["aliases"]!.AsArray().Select(a => (string)a!)), (string?)organisation["derived"]!["integration"]![0]));
        var revision = await host.ReadAsync(db => Task.FromResult(db.Contents.Single(c => c.PoleKey == pole).Revision));
        var again = await ImportAsync(client, file).OkAsync();
        Assert.Equal(("0 0 1", "0 0 1", "0 0 2"), (Count(again, "organisations"), Count(again, "memberships"), Count(again, "figures")));
        Assert.Equal(revision, await host.ReadAsync(db => Task.FromResult(db.Contents.Single(c => c.PoleKey == pole).Revision)));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_exported_goes_in_again_and_changes_nothing(string format)
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var member = await client.NewOrganisationAsync(pole, "m1", name: "=Cmd|calc;\"guillemets\"");
        var membership = await client.AdmitAsync(pole, member, "2", null, "2014-01-01");
        await client.PostAsync($"/api/members/poles/{pole}/memberships/{membership}/entries", new { id = Guid.CreateVersion7(), circle = "1", entry = "2014-01-01" }, "\"1\"").OkAsync();
        await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014", new { fte = 3.5, income = 12345.67, incomeBasis = "turnover", peopleHeads = 1, provenance = "member", consent = false }).OkAsync();
        await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, "m2", "company"));
        var exported = await client.GetByteArrayAsync($"/api/members/poles/{pole}/export?format={format}");
        if (format == "csv")
            Assert.Contains("\"'=Cmd|calc;\"\"guillemets\"\"\"", Encoding.UTF8.GetString(exported), StringComparison.Ordinal);
        var again = await ImportAsync(client, exported).OkAsync();
        Assert.Equal(("0 0 2", "0 0 2", "0 0 1", 3), (Count(again, "organisations"), Count(again, "memberships"), Count(again, "figures"), (int)again["lines"]!));
    }

    [Fact]
    public async Task A_workbook_that_took_codes_for_numbers_is_still_read()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        using var stream = new MemoryStream();
        MiniExcel.SaveAs(stream, new[] { new Dictionary<string, object> { ["PTCE"] = pole, ["Nom"] = "Numérique", ["SIREN"] = 5580584d, ["Commune"] = 1433d, ["Cercle"] = 1d, ["Entrée"] = new DateTime(2012, 1, 1), ["Année des données"] = 2014d, ["ETP"] = 3.5d, ["Statut"] = "Société commerciale" } });
        await ImportAsync(client, stream.ToArray()).OkAsync();
        var organisation = (await client.GetAsync("/api/members/organisations?siren=005580584").OkAsync())["items"]![0]!;
        Assert.Equal(("01433", "company"), ((string?)organisation["municipality"], (string?)organisation["status"]));
        Assert.Equal("2012-01-01", (string?)(await client.GetAsync($"/api/members/poles/{pole}/memberships").OkAsync())["items"]![0]!["belongings"]![0]!["entry"]);
    }

    [Fact]
    public async Task A_file_tells_the_present_without_erasing_what_it_leaves_empty()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var member = await client.NewOrganisationAsync(pole, "m1");
        var membership = await client.AdmitAsync(pole, member, "1", "2012-01-01");
        await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014", new { fte = 3.5, residents = 7, provenance = "document" }).OkAsync();
        host.Clock.Set("2026-12-10T10:00:00Z");
        var outcome = await ImportAsync(client, Encoding.UTF8.GetBytes($"ptce;code_membre;cercle;date_sortie;annee;etp\n{pole};m1;1;2015-01-01;2014;4\n")).OkAsync();
        Assert.Equal(("0 0 1", "0 1 0", "0 1 0"), (Count(outcome, "organisations"), Count(outcome, "memberships"), Count(outcome, "figures")));
        var figures = await client.GetAsync($"/api/members/poles/{pole}/members/{member}/years/2014").OkAsync();
        Assert.Equal((4m, 7, "document", "imported"), ((decimal)figures["fte"]!, (int)figures["residents"]!, (string?)figures["provenance"], (string?)figures["provenances"]!["fte"]));
        var after = await client.GetAsync($"/api/members/poles/{pole}/memberships/{membership}").OkAsync();
        Assert.Equal(("2012-01-01", "2015-01-01", 2L), ((string?)after["belongings"]![0]!["entry"], (string?)after["belongings"]![0]!["exit"], (long)after["version"]!));
        Assert.Null((await client.GetAsync($"/api/members/poles/{pole}/memberships?knownAt=2026-12-09").OkAsync())["items"]![0]!["belongings"]![0]!["exit"]);
        Assert.Contains((await client.GetAsync($"/api/members/poles/{pole}/history").OkAsync())["items"]!.AsArray(), entry => (string?)entry!["kind"] == "figures" && (decimal?)entry["before"]?["fte"] == 3.5m);
    }

    [Fact]
    public async Task Identifiers_that_name_two_records_and_lines_that_contradict_each_other_are_refused()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        await client.NewOrganisationAsync(pole, "m1");
        await client.PostAsync("/api/members/organisations", new { id = Guid.CreateVersion7(), name = "Autre", siren = "552081317" }).OkAsync();
        var problem = await ImportAsync(client, Encoding.UTF8.GetBytes($"""
            ptce;code_membre;nom;siren;secteur;cercle;date_entree
            {pole};m1;Membre;552081317;;1;2012-01-01
            {pole};m9;Neuf;;education;1;2012-01-01
            {pole};m9;Neuf;;industry;1;2012-01-01
            """)).ProblemAsync(422);
        Assert.Equal(["2 siren members.import.identifiers-disagree", "4 secteur members.import.contradiction"], problem["errors"]!.AsArray().Select(e => $"{e!["line"]} {e["column"]} {e["code"]}"));
    }

    [Theory]
    [InlineData("nom;cercle\nX;1", "ptce members.import.column-missing")]
    [InlineData("ptce;nom;couleur\np;X;bleu", "couleur members.import.column-unknown")]
    [InlineData("ptce;nom;NOM\np;X;Y", "NOM members.import.column-twice")]
    [InlineData("", " members.import.unreadable")]
    public async Task Headers_are_checked_before_anything_else(string file, string expected)
    {
        var problem = await ImportAsync(host.AsMachine(), Encoding.UTF8.GetBytes(file)).ProblemAsync(422);
        Assert.Equal(expected, $"{problem["errors"]![0]!["column"]} {problem["errors"]![0]!["code"]}");
    }

    [Fact]
    public async Task A_leader_imports_into_their_own_poles_only_and_a_windows_file_is_read()
    {
        var analyst = host.AsPerson("analyst");
        var (mine, theirs) = (await analyst.NewPoleAsync(), await analyst.NewPoleAsync());
        var leader = host.AsPerson($"leader:{mine}");
        string File(string pole) => $"ptce;code_membre;nom;cercle\n{pole};m1;Éco-énergie Île;1\n";
        await ImportAsync(leader, Encoding.UTF8.GetBytes(File(theirs))).ProblemAsync(422);
        await ImportAsync(leader, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(File(mine))).OkAsync();
        Assert.Equal("Éco-énergie Île", (string?)(await leader.GetAsync($"/api/members/poles/{mine}/memberships").OkAsync())["items"]![0]!["organisation"]!["name"]);
    }

    [Fact]
    public async Task The_table_schema_is_public_and_names_every_column()
    {
        var schema = await host.CreateClient().GetAsync("/api/members/exchange/schema").OkAsync();
        var fields = schema["fields"]!.AsArray();
        Assert.Equal(Ptce.Members.Exchange.Columns.All.Select(c => c.Name), fields.Select(f => (string)f!["name"]!));
        Assert.Contains(fields, f => (string?)f!["name"] == "statut" && f["constraints"]!["enum"]!.AsArray().Count == 16);
    }

    internal static Task<HttpResponseMessage> ImportAsync(HttpClient client, byte[] file, bool dryRun = false)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return client.PostAsync(new Uri($"/api/members/exchange/imports?dryRun={(dryRun ? "true" : "false")}", UriKind.Relative), content);
    }

    internal static string Count(JsonNode outcome, string kind) => $"{outcome[kind]!["created"]} {outcome[kind]!["changed"]} {outcome[kind]!["unchanged"]}";
}
