using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Schedule;

/// <summary>Draws up the release: all tables protected and audited. What is signed being unchanged, the release that says so already is taken.</summary>
internal sealed class DrawUpStage(DrawUpRelease drawUp) : IRunStage
{
    public string Name => "release";

    public bool IsNeeded => true;

    public Task<IReadOnlyList<string>> ItemsAsync(ReportingDb db, ReportRun run, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>([run.Year.ToString(CultureInfo.InvariantCulture)]);

    public async Task DoAsync(ReportingDb db, ReportRun run, string item, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(one => one.Year == run.Year && one.State == CampaignState.Published, ct)
            ?? throw new InvalidOperationException("No published campaign.");
        var digests = await DrawUpRelease.LatestAsync(db, campaign, ct);
        if (await LatestAsync(db, run.Year, ct) is { } latest && HeadOf(latest).Poles.Select(pole => pole.Digest).Order(StringComparer.Ordinal).SequenceEqual(digests))
        {
            run.ReleaseNumber = latest.Number;
            return;
        }
        var release = await drawUp.AddAsync(db, campaign, digests, ct) ?? throw new InvalidOperationException("Signed copies have not all arrived.");
        run.ReleaseNumber = release.Number;
    }

    private static Task<Release?> LatestAsync(ReportingDb db, int year, CancellationToken ct) =>
        db.Releases.AsNoTracking().Where(release => release.Year == year).OrderByDescending(release => release.Number).FirstOrDefaultAsync(ct);

    private static ReleaseHead HeadOf(Release release) => System.Text.Json.JsonSerializer.Deserialize<ReleaseHead>(release.Head, ReleaseJson.Options)!;
}
