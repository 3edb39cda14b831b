using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Copies;

public sealed class FetchCopiesTests
{
    [Fact]
    public async Task An_owner_that_is_away_delays_the_report_and_loses_nothing()
    {
        using var house = new ReportingHouse(new Grove());
        house.Owner.IsAway = true;
        await house.AnnounceAsync(house.Grove.Events());
        await ReportingHouse.UntilAsync(() => Task.FromResult(house.Owner.Asked >= 15));
        using var client = house.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/reporting/releases/2015")).StatusCode);
        house.Owner.IsAway = false;
        await ReportingHouse.UntilAsync(async () => (await client.GetAsync("/api/reporting/releases/2015")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_copy_that_does_not_give_the_signed_digest_is_refused()
    {
        using var house = new ReportingHouse(new Grove());
        house.Owner.Tamper = copy => [.. copy, (byte)' '];
        await house.AnnounceAsync(house.Grove.Events());
        await ReportingHouse.UntilAsync(async () => await ReadAsync(house, db => db.Copies.CountAsync(copy => copy.Failure == "digest")) == 15);
        Assert.Equal(0, await ReadAsync(house, db => db.Facts.CountAsync()));
        house.Owner.Tamper = null;
        using var client = house.CreateClient();
        await ReportingHouse.UntilAsync(async () => (await client.GetAsync("/api/reporting/releases/2015")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_process_died()
    {
        var grove = new Grove();
        var folder = Directory.CreateTempSubdirectory("ptce-restart-");
        // A host that goes on asking an owner that is away would put the next attempts off further and further: it is gone before the next one starts.
        using (var first = new ReportingHouse(grove, folder.FullName))
        {
            first.Owner.IsAway = true;
            await first.AnnounceAsync(grove.Events());
            await ReportingHouse.UntilAsync(() => Task.FromResult(first.Owner.Asked >= 1));
        }
        using (var second = new ReportingHouse(grove, folder.FullName))
        {
            using var client = second.CreateClient();
            await ReportingHouse.UntilAsync(async () => (await client.GetAsync("/api/reporting/releases/2015")).IsSuccessStatusCode);
            Assert.Equal(1, await ReadAsync(second, db => db.Releases.CountAsync()));
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_rebuild_fills_a_new_generation_while_the_old_one_serves()
    {
        using var house = await new ReportingHouse(new Grove()).PublishedAsync();
        using var operations = house.AsPerson("administrator");
        using var client = house.CreateClient();
        var before = await client.GetStringAsync("/api/reporting/releases/2015/tables/T3");
        var facts = await ReadAsync(house, db => db.Facts.CountAsync());
        Assert.True(facts > 100);
        house.Owner.IsAway = true;
        Assert.Equal(HttpStatusCode.Accepted, (await operations.PostAsync("/api/reporting/rebuild", null)).StatusCode);
        Assert.Equal(2, (await ReportingHouse.JsonAsync(operations, "/api/reporting/rebuild")).GetProperty("building").GetInt64());
        Assert.Equal(facts, await ReadAsync(house, db => db.Facts.CountAsync(fact => fact.Generation == 1)));
        Assert.Equal(before, await client.GetStringAsync("/api/reporting/releases/2015/tables/T3"));
        house.Owner.IsAway = false;
        await ReportingHouse.UntilAsync(async () => (await ReportingHouse.JsonAsync(operations, "/api/reporting/rebuild")).GetProperty("active").GetInt64() == 2);
        Assert.Equal((facts, 0), (await ReadAsync(house, db => db.Facts.CountAsync(fact => fact.Generation == 2)), await ReadAsync(house, db => db.Facts.CountAsync(fact => fact.Generation == 1))));
    }

    [Fact]
    public async Task Rebuilding_is_for_operators()
    {
        using var house = new ReportingHouse(new Grove());
        using var analyst = house.AsPerson("analyst");
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync("/api/reporting/rebuild", null)).StatusCode);
        using var anyone = house.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.PostAsync("/api/reporting/rebuild", null)).StatusCode);
    }

    private static async Task<T> ReadAsync<T>(ReportingHouse house, Func<ReportingDb, Task<T>> read)
    {
        await using var scope = house.Services.GetRequiredService<DbScopes<ReportingDb>>().Open();
        return await read(scope.Db);
    }
}
