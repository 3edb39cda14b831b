using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Organisations;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Memberships;

/// <summary>Admits an organisation to a pole (adhésion).</summary>
internal static class AdmitMember
{
    public static readonly Problem Known = new("members.membership.known", 409,
        "Cette organisation a déjà une adhésion dans ce PTCE : ajoutez-y une période.", "This organisation has a membership in this pole already: add a period to it.");

    public static readonly Problem Different = new("members.membership.different", 409,
        "Cet identifiant (id) désigne déjà une adhésion au contenu différent. Modifiez-la.", "This id names a membership with other content already. Change it.");

    public static readonly Rule OrganisationUnknown = new("members.membership.organisation-unknown", "Cette organisation n'existe pas.", "There is no such organisation.", "Enregistrez-la d'abord par POST /api/members/organisations.", "Register it first by POST /api/members/organisations.");

    public static Task<IResult> HandleAsync(string key, NewMembership sent, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        var checks = sent.CheckAll();
        if (!checks.Passed)
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            if (!await db.Poles.AnyAsync(p => p.Key == key, ct))
                return RequestProblems.NotFound.With();
            if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == sent.Id, ct) is { } taken)
                return taken.PoleKey == key && await OpenMembership.ReadAsync(db, key, sent.Id, ct) is { } known && IsSame(known, sent, writer.Today) ? Answer(http, known, writer.Today) : Different.With();
            // A natural person is known only where it belongs; everyone else is on public registers.
            if (await OrganisationAccess.FollowAsync(db, sent.OrganisationId, ct) is not { } organisation
                || (organisation.NaturalPerson && !await OrganisationAccess.MaySeeAsync(db, caller, organisation, ct)))
                return RequestProblems.Invalid.With(OrganisationUnknown.At("/organisationId", sent.OrganisationId.ToString()));
            if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.PoleKey == key && m.OrganisationId == organisation.Id, ct) is { } present)
                return Known.With().Including("membership", new { present.Id, present.Version });
            var membership = new Membership { Id = sent.Id, PoleKey = key, OrganisationId = organisation.Id };
            db.Memberships.Add(membership);
            var open = new OpenMembership(db, membership, organisation, [], []);
            var recorded = await edit.TouchAsync(key, ct);
            for (var i = 0; i < (sent.Belongings?.Count ?? 0); i++)
            {
                var period = sent.Belongings![i];
                if (await db.Belongings.AnyAsync(b => b.Id == period.Id, ct))
                    return RequestProblems.Invalid.With(MembershipRules.TakenId.At($"/belongings/{i}/id", period.Id.ToString()));
                if (open.Belongings.Enter(period.Entered(sent.Provenance), recorded) is { } broken)
                    return RequestProblems.Invalid.With(broken.At($"/belongings/{i}", period.Entry?.ToString("O", null)));
            }
            TellMembership.Apply(open, sent, recorded);
            open.Track();
            edit.Note("membership", membership.Id.ToString(), key, null, MembershipTrace.Of(open.View(writer.Today)));
            await db.SaveChangesAsync(ct);
            return Answer(http, open, writer.Today, created: true);
        }, ct);
    }

    private static bool IsSame(OpenMembership known, NewMembership sent, DateOnly today)
    {
        var view = known.View(today);
        var sentPeriods = (sent.Belongings ?? []).OrderBy(b => b.Entry ?? DateOnly.MinValue)
            .Select(b => (b.Id, b.Circle, b.Entry, b.Exit, Provenance: b.Provenance ?? sent.Provenance, b.Source));
        var sentCriteria = (sent.Criteria ?? []).Select(c => (c.Criterion, c.From, c.To)).ToHashSet();
        return view.Organisation.Id == sent.OrganisationId && view.Founder == sent.Founder && view.Lead == sent.Lead
            && view.Provenance == sent.Provenance && view.Source == sent.Source && view.Relations.SequenceEqual(sent.Relations ?? [])
            && view.Belongings.Select(b => (b.Id, (string?)b.Circle, b.Entry, b.Exit, b.Provenance, b.Source)).SequenceEqual(sentPeriods)
            && view.Criteria.Select(c => (c.Criterion, c.From, c.To)).ToHashSet().SetEquals(sentCriteria);
    }

    private static IResult Answer(HttpContext http, OpenMembership open, DateOnly today, bool created = false)
    {
        Preconditions.SetETag(http, open.Membership.Version);
        var view = open.View(today);
        return created ? Results.Created($"/api/members/poles/{open.Membership.PoleKey}/memberships/{view.Id}", view) : Results.Ok(view);
    }
}
