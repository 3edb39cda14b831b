using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Members;
using Ptce.Members.Editing;
using Ptce.Members.Memberships;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Organisations;

/// <summary>A merge: into which record, why, and whether the kept record's figures win where both tell.</summary>
/// <param name="Into">Record that stays.</param>
/// <param name="Reason">Why the two are one.</param>
/// <param name="KeepFigures">Where both records have figures of a pole and year that differ, those of the record kept stand; the others stay in the journal.</param>
internal sealed record Merge(Guid Into, string? Reason, bool KeepFigures = false);

/// <summary>
/// Makes one record of two that mean the same organisation (fusion de doublons). Memberships, periods and figures move to the record
/// kept, its spellings become aliases, the other id redirects for ever. What was known before stays readable at its time; signed
/// content is untouched, since it names organisations by business key.
/// </summary>
internal static class MergeOrganisations
{
    public static readonly Problem Overlap = new("members.merge.overlap", 409,
        "Les deux fiches appartiennent au même PTCE par des périodes qui se contredisent. Corrigez-les d'abord.", "Both records belong to one pole by periods that contradict each other. Correct them first.");

    public static readonly Problem FiguresDiffer = new("members.merge.figures-differ", 409,
        "Les deux fiches portent des données annuelles différentes. Alignez-les, ou demandez à garder celles de la fiche conservée (keepFigures).", "The two records tell different yearly figures. Align them, or ask to keep those of the record that stays (keepFigures).");

    public static readonly Problem Itself = new("members.merge.itself", 409,
        "Ces deux identifiants désignent déjà la même fiche.", "These two ids name the same record already.");

    public static readonly Problem Kinds = new("members.merge.kinds", 409,
        "Une personne physique et une personne morale ne sont pas la même organisation.", "A natural person and a legal person are not one organisation.");

    public static readonly Rule ReasonMissing = new("members.merge.reason-missing", "Dites pourquoi les deux fiches n'en font qu'une.", "Say why the two records are one.", "Remplissez reason : même SIREN, changement de nom, double saisie…", "Fill reason: same SIREN, change of name, entered twice…");

    public static Task<IResult> HandleAsync(Guid id, Merge merge, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(merge.Reason))
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(ReasonMissing.At("/reason", null)));
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            if (await db.Organisations.FindAsync([id], ct) is not { } merged || await OrganisationAccess.FollowAsync(db, merge.Into, ct) is not { } kept)
                return RequestProblems.NotFound.With();
            if (merged.MergedInto == kept.Id)
                return RegisterOrganisation.Answer(http, kept, writer.Today);
            if (merged.MergedInto is not null || merged.Id == kept.Id)
                return Itself.With();
            if (merged.NaturalPerson != kept.NaturalPerson)
                return Kinds.With();
            if (await MoveMembershipsAsync(edit, db, merged, kept, ct) is { } overlap)
                return overlap;
            if (await MoveFiguresAsync(edit, db, merged, kept, merge.KeepFigures, ct) is { } differ)
                return differ;
            edit.Note("organisation", merged.Id.ToString(), null, merged.Facts.Impersonal(), new { mergedInto = kept.Id, reason = merge.Reason } as object);
            edit.Note("organisation", kept.Id.ToString(), null, kept.Facts.Impersonal(), Joined(kept.Facts, merged.Facts).Impersonal());
            // Unique identifiers are given up before they are taken over.
            merged.MergeInto(kept.Id);
            foreach (var earlier in await db.Organisations.Where(o => o.MergedInto == merged.Id).ToListAsync(ct))
                earlier.MergeInto(kept.Id);
            await db.SaveChangesAsync(ct);
            kept.Tell(Joined(kept.Facts, merged.Facts), writer.Today);
            db.Publish(Streams.Of(Streams.Poles, kept.Id), new OrganisationsMerged(kept.Id, merged.Id));
            await db.SaveChangesAsync(ct);
            return RegisterOrganisation.Answer(http, kept, writer.Today);
        }, ct);
    }

    /// <summary>The kept facts, completed by identifiers and spellings of the other record.</summary>
    private static OrganisationFacts Joined(OrganisationFacts kept, OrganisationFacts merged)
    {
        var spellings = (kept.Aliases ?? []).Append(merged.Name).Concat(merged.Aliases ?? []).Where(a => a != kept.Name).Distinct().ToList();
        return kept with
        {
            Siren = kept.Siren ?? merged.Siren,
            Siret = kept.Siret ?? (kept.Siren is null || kept.Siren == merged.Siren ? merged.Siret : null),
            Rna = kept.Rna ?? merged.Rna,
            Code = kept.Code ?? merged.Code,
            Aliases = spellings.Count == 0 ? null : spellings,
        };
    }

    private static async Task<ProblemResult?> MoveMembershipsAsync(Edit edit, MembersDb db, Organisation merged, Organisation kept, CancellationToken ct)
    {
        var moving = await db.Memberships.Where(m => m.OrganisationId == merged.Id).ToListAsync(ct);
        foreach (var pole in await db.Memberships.Where(m => m.OrganisationId == kept.Id).Select(m => m.PoleKey).ToListAsync(ct))
            await edit.TouchAsync(pole, ct);
        foreach (var membership in moving)
        {
            var recorded = await edit.TouchAsync(membership.PoleKey, ct);
            var present = await db.Memberships.SingleOrDefaultAsync(m => m.PoleKey == membership.PoleKey && m.OrganisationId == kept.Id, ct);
            if (present is null)
            {
                membership.OrganisationId = kept.Id;
                continue;
            }
            var into = (await OpenMembership.ReadAsync(db, membership.PoleKey, present.Id, ct))!;
            var from = (await OpenMembership.ReadAsync(db, membership.PoleKey, membership.Id, ct))!;
            if (!JoinPeriods(into, from, recorded))
                return Overlap.With().Including("pole", membership.PoleKey);
            into.Membership.Founder |= membership.Founder;
            into.Membership.Lead |= membership.Lead;
            into.Membership.Relations = [.. into.Membership.Relations.Union(membership.Relations)];
            into.Membership.Edits++;
            from.Membership.Edits++;
            into.Track();
            from.Track();
        }
        return null;
    }

    // A period that the kept membership already covers in the same circle was entered twice; one that it does not touch is taken over.
    private static bool JoinPeriods(OpenMembership into, OpenMembership from, DateTime recorded)
    {
        foreach (var period in from.Belongings.Current.ToList())
        {
            var touching = into.Belongings.Current.Where(b => b.Period.Overlaps(period.Period)).ToList();
            var covered = touching.Exists(b => b.Circle == period.Circle && b.Period.Covers(period.Period));
            if (touching.Count > 0 && !covered)
                return false;
            from.Belongings.Retract(period.Id, recorded);
            if (!covered)
                into.Belongings.Enter(new(period.Id, period.Circle, period.Period, period.Provenance, period.Source), recorded);
        }
        from.Tell([], recorded);
        return true;
    }

    private static async Task<ProblemResult?> MoveFiguresAsync(Edit edit, MembersDb db, Organisation merged, Organisation kept, bool keep, CancellationToken ct)
    {
        var stay = await db.Figures.Where(f => f.OrganisationId == kept.Id).ToDictionaryAsync(f => (f.PoleKey, f.Year), ct);
        foreach (var row in await db.Figures.Where(f => f.OrganisationId == merged.Id).ToListAsync(ct))
        {
            if (stay.TryGetValue((row.PoleKey, row.Year), out var present))
            {
                if (!keep && !Json.Same(present.Facts, row.Facts))
                    return FiguresDiffer.With().Including("pole", row.PoleKey).Including("year", row.Year);
                edit.Note("figures", $"{row.PoleKey}/{merged.Id}/{row.Year}", row.PoleKey, row.Facts, null);
            }
            else
            {
                db.Figures.Add(new() { PoleKey = row.PoleKey, OrganisationId = kept.Id, Year = row.Year, Facts = row.Facts });
            }
            db.Figures.Remove(row);
        }
        return null;
    }
}
