using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.ServiceDefaults.Access;
using Ptce.Survey.Campaigns;
using Ptce.Survey.Sections;
using Ptce.Survey.SignOff;
using Ptce.Survey.Storage;
using Ptce.Survey.Webhooks;

namespace Ptce.Survey.Dossiers;

/// <summary>
/// Reads a dossier for a use case and saves it with what it has to announce: progress, a candidate requested or dropped. The one place where a
/// dossier's changes leave the service.
/// </summary>
internal sealed class DossierDesk(SurveyDb db, OwnSections own, WebhookOutbox webhooks)
{
    /// <summary>The dossier with its campaign, sections and current candidate, or null when there is none in the caller's scope.</summary>
    public async Task<OpenDossier?> FindAsync(Guid id, Caller caller, string permission, CancellationToken ct) =>
        await FindAsync(id, ct) is { } open && caller.Can(permission, open.Dossier.PoleKey) ? open : null;

    /// <summary>The dossier for a consumer of events.</summary>
    public async Task<OpenDossier?> FindAsync(Guid id, CancellationToken ct)
    {
        var dossier = await db.Dossiers.Include(d => d.Sections).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (dossier is null)
            return null;
        if (dossier.Candidate is null && await db.Candidates.SingleOrDefaultAsync(c => c.DossierId == id && c.Attempt == dossier.Attempt, ct) is { } candidate
            && dossier.Candidate is null)
            dossier.Candidates.Add(candidate);
        // A consumer sees many dossiers of one campaign: the context keeps it.
        var campaign = await db.Campaigns.FindAsync([dossier.CampaignId], ct);
        return new OpenDossier(campaign!, dossier, Progress(dossier));
    }

    /// <summary>Runs a change of a dossier in the caller's scope and commits it with its news; starts again when another writer came first.</summary>
    /// <param name="id">Dossier.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permission">What it takes.</param>
    /// <param name="change">The change; what it learned from owners is kept even when it ends in a refusal.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<IResult> ChangeAsync(Guid id, Caller caller, string permission, Func<OpenDossier, Task<IResult>> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id, caller, permission, ct) is not { } open)
                return DossierProblems.NotFound.With();
            var result = await change(open);
            await AnnounceAsync(open, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return result;
            }
            catch (DbUpdateException e) when (attempt < Collisions.Attempts && Collisions.Is(e))
            {
                // Somebody else wrote first.
            }
        }
    }

    /// <summary>Adds to the context's unit of work what the dossier has to announce; the caller saves.</summary>
    public async Task AnnounceAsync(OpenDossier open, CancellationToken ct)
    {
        var (campaign, dossier, before) = open;
        var stream = Streams.Of(Streams.Dossiers, dossier.Id);
        if (dossier.JustRequested is { IsCurrent: true } requested)
        {
            await own.StoreCopiesAsync(dossier, campaign, requested, ct);
            // The request goes out even when our own copy refuses it: attempts that others see are numbered without a hole.
            db.Publish(stream, new CandidateRequested(dossier.Id, requested.Attempt, campaign.Id, dossier.PoleKey, campaign.ReferenceDate, campaign.FiscalYear,
                [.. requested.Sections.Select(s => new SectionPin(s.Section, s.Version, s.Owner))]));
        }
        if (dossier.JustDropped is { } dropped)
        {
            await own.DropCopiesAsync(dropped, ct);
            db.Publish(stream, new CandidateDropped(dossier.Id, dropped.Attempt, dropped.Reason!));
        }
        if (dossier.JustSigned is { } version)
        {
            db.Versions.Add(version);
            foreach (var copy in await own.MarkSignedAsync(version, ct))
            {
                db.Publish(Streams.Of(Streams.Sections, $"{dossier.Id}:{copy.Section}"),
                    new SectionSigned(dossier.Id, copy.Section, copy.Attempt, dossier.PoleKey, OwnSections.Owner, copy.Digest, copy.Content.LongLength));
            }
            db.Publish(stream, new DossierSignedOff(dossier.Id, version.Attempt, campaign.Id, dossier.PoleKey, campaign.Year, version.Number, version.Digest,
                version.SignedAt, version.Sections, version.ConsentSheet, version.Notes));
            await webhooks.TellAsync(WebhookEvents.SignedOff, new { campaign = campaign.Id, dossier = dossier.Id, pole = dossier.PoleKey, version = version.Number, digest = version.Digest }, ct);
        }
        if (Progress(dossier) is var now && now != before)
        {
            if (now.IsWithAnalysts && !before.IsWithAnalysts)
                await webhooks.TellAsync(WebhookEvents.Submitted, Fact(campaign, dossier), ct);
            if (now.Returned > before.Returned)
                await webhooks.TellAsync(WebhookEvents.Returned, Fact(campaign, dossier), ct);
            db.Publish(Streams.Of(Streams.Progress, dossier.Id), new DossierProgressed(dossier.Id, campaign.Id, dossier.PoleKey, dossier.State.Name(),
                now.Answered, now.Expected, dossier.Sections.ToDictionary(s => s.Section, s => s.State.Name(), StringComparer.Ordinal)));
        }
        // A batch of events may meet the same dossier again.
        dossier.ForgetNews();
    }

    private static DossierProgress Progress(Dossier dossier) => new(
        dossier.State, dossier.Sections.Sum(s => s.Answered), dossier.Sections.Sum(s => s.Expected),
        string.Join(' ', dossier.Sections.Select(s => s.State.Name())), dossier.Sections.TrueForAll(s => s.State is not (SectionState.ToFill or SectionState.Returned)),
        dossier.Sections.Count(s => s.State == SectionState.Returned));

    private static object Fact(Campaign campaign, Dossier dossier) =>
        new { campaign = campaign.Id, dossier = dossier.Id, pole = dossier.PoleKey, state = dossier.State.Name(), sections = dossier.Sections.ToDictionary(s => s.Section, s => s.State.Name(), StringComparer.Ordinal) };
}

/// <summary>A dossier under change.</summary>
/// <param name="Campaign">Its campaign.</param>
/// <param name="Dossier">The dossier.</param>
/// <param name="Before">Its progress when it was read.</param>
internal sealed record OpenDossier(Campaign Campaign, Dossier Dossier, DossierProgress Before);

/// <summary>What others hear of a dossier: counts and states, never values.</summary>
/// <param name="State">State of the dossier.</param>
/// <param name="Answered">Items answered.</param>
/// <param name="Expected">Items expected.</param>
/// <param name="Sections">States of the sections.</param>
/// <param name="IsWithAnalysts">Every section has been handed in and none was sent back.</param>
/// <param name="Returned">Sections that were sent back.</param>
internal sealed record DossierProgress(DossierState State, int Answered, int Expected, string Sections, bool IsWithAnalysts, int Returned);
