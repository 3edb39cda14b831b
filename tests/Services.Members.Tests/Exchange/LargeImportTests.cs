using System.Globalization;
using System.Text;
using Xunit.Abstractions;
using static Ptce.Members.Tests.Exchange.ExchangeTests;

namespace Ptce.Members.Tests.Exchange;

/// <summary>20,000 members of 1,000 PTCE in one file. The time is printed, and measured in bench/; here the outcome counts.</summary>
public sealed class LargeImportTests(MembersHost host, ITestOutputHelper output) : IClassFixture<MembersHost>
{
    private const int Poles = 1000;
    private const int Members = 20_000;

    [Fact]
    public async Task Fifty_faulty_lines_are_exactly_the_fifty_named_then_all_is_loaded_and_repeating_changes_nothing()
    {
        var client = host.AsMachine();
        await host.ReadAsync(async db =>
        {
            for (var i = 0; i < Poles; i++)
            {
                var pole = new Ptce.Members.Poles.Pole { Key = $"large-{i:0000}", Facts = new() { Name = $"PTCE {i}" } };
                pole.Tell(pole.Facts);
                db.Poles.Add(pole);
            }
            return await db.SaveChangesAsync();
        });
        var faulty = Enumerable.Range(0, 50).Select(i => i * 397 + 11).ToHashSet();
        var problem = await ImportAsync(client, File(faulty)).ProblemAsync(422, "members.import.faulty");
        Assert.Equal(faulty.Select(n => n + 2).Order(), problem["errors"]!.AsArray().Select(e => (int)e!["line"]!));
        Assert.Equal(["commune", "date_entree", "etp", "siren", "statut"], problem["errors"]!.AsArray().Select(e => (string)e!["column"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(0, await host.ReadAsync(db => Task.FromResult(db.Organisations.Count() + db.Memberships.Count() + db.Figures.Count() + db.Contents.Count())));

        var (started, work) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var loaded = await ImportAsync(client, File([])).OkAsync();
        output.WriteLine($"{Members} members loaded in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - work).TotalSeconds:0.0} s of processor");
        Assert.Equal(("20000 0 0", "20000 0 0", "20000 0 0"), (Count(loaded, "organisations"), Count(loaded, "memberships"), Count(loaded, "figures")));
        Assert.Equal((Members, Members, Members, Members), await host.ReadAsync(db => Task.FromResult((db.Organisations.Count(), db.Memberships.Count(), db.Belongings.Count(), db.Figures.Count()))));

        var revisions = await host.ReadAsync(db => Task.FromResult(db.Contents.Sum(c => c.Revision)));
        started = TimeProvider.System.GetTimestamp();
        var again = await ImportAsync(client, File([])).OkAsync();
        output.WriteLine($"repeated in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s");
        Assert.Equal(("0 0 20000", "0 0 20000", "0 0 20000"), (Count(again, "organisations"), Count(again, "memberships"), Count(again, "figures")));
        Assert.Equal((revisions, Members), await host.ReadAsync(db => Task.FromResult((db.Contents.Sum(c => c.Revision), db.Belongings.Count()))));
    }

    private static byte[] File(HashSet<int> faulty)
    {
        var text = new StringBuilder("ptce;nom;siren;statut;secteur;fonctions;commune;cercle;date_entree;annee;etp;produits;base_produits;personnes_impliquees;criteres\n");
        for (var n = 0; n < Members; n++)
        {
            var fault = faulty.Contains(n) ? n % 5 : -1;
            var siren = Siren(n);
            text.Append(CultureInfo.InvariantCulture, $"large-{n % Poles:0000};Membre fictif {n};{(fault == 0 ? siren[..8] + (char)('0' + (siren[8] - '0' + 1) % 10) : siren)};")
                .Append(CultureInfo.InvariantCulture, $"{(fault == 1 ? "fanfare" : "association")};education;work-integration|third-places;{(fault == 2 ? "99999" : "93039")};")
                .Append(CultureInfo.InvariantCulture, $"{n % 3 / 2 + 1};{(fault == 3 ? "31/02/2012" : "2012-03-01")};2014;{(fault == 4 ? "beaucoup" : $"{n % 40},5")};{n % 900 * 1000};operating-income;2;paying-member|resident\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Nine digits with their check digit; those that begin with 000 are never attributed.
    private static string Siren(int n)
    {
        var stem = (n + 1).ToString("00000000", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 10).Select(d => stem + d.ToString(CultureInfo.InvariantCulture)).First(s => Ptce.Members.Identifiers.Siren.Check(s, out _) is null);
    }
}
