using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Canonical;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Operations;
using Ptce.ServiceDefaults.Sections;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.SignOff;

/// <summary>What was found about one signed version.</summary>
/// <param name="Dossier">Dossier.</param>
/// <param name="Version">Number.</param>
/// <param name="Holds">Everything that could be read is as it was signed, and everything could be read.</param>
/// <param name="Faults">What is wrong, by code: <c>record</c>, <c>chain</c>, <c>head</c> (the last version is gone), <c>digest</c>, <c>copy:section</c>, <c>missing:section</c>.</param>
internal sealed record Verification(Guid Dossier, int Version, bool Holds, IReadOnlyList<string> Faults);

/// <summary>
/// Recomputes everything a signature rests on: the bytes of each section from its owner, the dossier's digest from the sections', the chain of
/// records. A changed byte anywhere is found.
/// </summary>
internal sealed class VerifyVersions(SurveyDb db, SectionOwners owners)
{
    public async Task<IReadOnlyList<Verification>> RunAsync(Guid? dossierId, CancellationToken ct)
    {
        var heads = await db.Dossiers.AsNoTracking().Where(d => d.SignedVersion > 0 && (dossierId == null || d.Id == dossierId))
            .ToDictionaryAsync(d => d.Id, d => d.ChainHead, ct);
        var versions = await db.Versions.AsNoTracking().Where(v => dossierId == null || v.DossierId == dossierId).ToListAsync(ct);
        var found = new List<Verification>(versions.Count);
        foreach (var chain in versions.GroupBy(v => v.DossierId).OrderBy(g => g.Key))
        {
            string? previous = null;
            foreach (var version in chain.OrderBy(v => v.Number))
            {
                found.Add(await VerifyAsync(version, previous, ct));
                previous = version.Record;
            }
            // The last version could have been taken away: the dossier still knows its record.
            if (heads.Remove(chain.Key, out var head) && head != previous)
                found[^1] = found[^1] with { Holds = false, Faults = [.. found[^1].Faults, "head"] };
        }
        found.AddRange(heads.Keys.Select(lost => new Verification(lost, 0, false, ["head"])));
        return found;
    }

    private async Task<Verification> VerifyAsync(SignedVersion version, string? previous, CancellationToken ct)
    {
        var faults = new List<string>();
        if (!version.RecordHolds())
            faults.Add("record");
        if (version.Previous != previous)
            faults.Add("chain");
        var (edition, pole, year) = await OfAsync(version.DossierId, ct);
        if (ContentDigest.OfDossier(edition, pole, year, version.Sections.Select(s => new DossierSection(s.Section, s.Version, s.Digest))) != version.Digest)
            faults.Add("digest");
        foreach (var section in version.Sections)
        {
            if (await OwnedCopies.ReadAsync(owners, section.Owner, section.Digest, ct) is not { } bytes)
                faults.Add("missing:" + section.Section);
            else if (ContentDigest.Of(bytes) != section.Digest)
                faults.Add("copy:" + section.Section);
        }
        return new Verification(version.DossierId, version.Number, faults.Count == 0, faults);
    }

    private async Task<(string Edition, string Pole, int Year)> OfAsync(Guid dossier, CancellationToken ct)
    {
        var known = await (from d in db.Dossiers where d.Id == dossier join c in db.Campaigns on d.CampaignId equals c.Id select new { c.Edition, d.PoleKey, c.Year }).SingleAsync(ct);
        return (known.Edition, known.PoleKey, known.Year);
    }

    /// <summary>Use case over HTTP: the versions of one dossier.</summary>
    public static async Task<IResult> OfDossierAsync(Guid id, Caller caller, DossierDesk desk, VerifyVersions verify, CancellationToken ct) =>
        await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null ? DossierProblems.NotFound.With() : Results.Ok(new { items = await verify.RunAsync(id, ct) });

    /// <summary>The command <c>verify [dossier]</c>: prints every version and ends with 1 when one does not hold.</summary>
    public static Verb Command { get; } = new("verify", "[dossier] – recompute every signed version's digests and chain", async (services, args, ct) =>
    {
        await using var scope = services.GetRequiredService<DbScopes<SurveyDb>>().Open();
        var found = await scope.Services.GetRequiredService<VerifyVersions>().RunAsync(args is [var one, ..] ? Guid.Parse(one) : null, ct);
        foreach (var version in found)
            await Console.Out.WriteLineAsync($"{version.Dossier} v{version.Version} {(version.Holds ? "holds" : "BROKEN " + string.Join(' ', version.Faults))}");
        await Console.Out.WriteLineAsync($"{found.Count} versions, {found.Count(v => !v.Holds)} broken");
        return found.All(v => v.Holds) ? 0 : 1;
    });
}
