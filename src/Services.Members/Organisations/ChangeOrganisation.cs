using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Organisations;

/// <summary>Changes an organisation; every pole it belongs to has then a new revision.</summary>
internal static class ChangeOrganisation
{
    public static Task<IResult> HandleAsync(Guid id, OrganisationFacts sent, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        var told = sent.Normal();
        var checks = told.Check(writer.Today);
        if (!checks.Passed)
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            if (await OrganisationAccess.FollowAsync(db, id, ct) is not { } organisation || !await OrganisationAccess.MayChangeAsync(db, caller, organisation, ct))
                return RequestProblems.NotFound.With();
            if (Json.Same(organisation.Facts, told))
                return RegisterOrganisation.Answer(http, organisation, writer.Today);
            if (Preconditions.Check(http, organisation.Version, new OrganisationView(organisation, writer.Today), told) is { } refused)
                return refused;
            if (told.Code is { } code && told.Code != organisation.Facts.Code && !caller.Can(Permissions.PolesFill, code.Pole))
                return RequestProblems.NotFound.With();
            if (await RegisterOrganisation.FindSameAsync(db, told, organisation.Id, ct) is { } same)
                return OrganisationRules.Known.With().Including("organisation", same.NaturalPerson ? null : new { same.Id, same.Key });
            edit.Note("organisation", organisation.Id.ToString(), null, organisation.Facts.Impersonal(), told.Impersonal());
            organisation.Tell(told, writer.Today);
            foreach (var pole in await db.Memberships.Where(m => m.OrganisationId == organisation.Id).Select(m => m.PoleKey).Distinct().ToListAsync(ct))
                await edit.TouchAsync(pole, ct);
            await db.SaveChangesAsync(ct);
            return RegisterOrganisation.Answer(http, organisation, writer.Today);
        }, ct);
    }
}
