using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Organisations;

/// <summary>An organisation and the id that the client made for it.</summary>
internal sealed record NewOrganisation : OrganisationFacts
{
    public Guid Id { get; init; }

    /// <summary>The facts without the id.</summary>
    public OrganisationFacts Facts() => new OnlyFacts(this);

    private sealed record OnlyFacts : OrganisationFacts
    {
        [SetsRequiredMembers]
        public OnlyFacts(OrganisationFacts facts) : base(facts) => Name = facts.Name;
    }
}

/// <summary>Registers an organisation; the same id with the same content answers with what is there.</summary>
internal static class RegisterOrganisation
{
    public static Task<IResult> HandleAsync(NewOrganisation sent, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        var told = sent.Facts().Normal();
        var checks = told.Check(writer.Today).Require(sent.Id != Guid.Empty, FieldRules.Missing, "id", null);
        if (!checks.Passed)
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            if (told.Code is { } code && !caller.Can(Permissions.PolesFill, code.Pole))
                return RequestProblems.NotFound.With();
            if (await db.Organisations.FindAsync([sent.Id], ct) is { } known)
            {
                return Json.Same(known.Facts, told) && await OrganisationAccess.MaySeeAsync(db, caller, known, ct)
                    ? Answer(http, known, writer.Today)
                    : OrganisationRules.Different.With();
            }
            if (await FindSameAsync(db, told, null, ct) is { } same)
                return OrganisationRules.Known.With().Including("organisation", await OrganisationAccess.MaySeeAsync(db, caller, same, ct) || !same.NaturalPerson ? new { same.Id, same.Key } : null);
            var organisation = new Organisation { Id = sent.Id, Facts = told, RegisteredBy = edit.By };
            organisation.Tell(told, writer.Today);
            db.Organisations.Add(organisation);
            edit.Note("organisation", organisation.Id.ToString(), null, null, told.Impersonal());
            await db.SaveChangesAsync(ct);
            return Answer(http, organisation, writer.Today, created: true);
        }, ct);
    }

    /// <summary>Another record with one of the identifiers.</summary>
    public static Task<Organisation?> FindSameAsync(MembersDb db, OrganisationFacts told, Guid? except, CancellationToken ct)
    {
        var (siren, rna, pole, code) = (told.Siren, told.Rna, told.Code?.Pole, told.Code?.Code);
        return db.Organisations.AsNoTracking().Where(o => o.Id != except
            && ((siren != null && o.Siren == siren) || (rna != null && o.Rna == rna) || (code != null && o.CodePole == pole && o.Code == code))).FirstOrDefaultAsync(ct);
    }

    public static IResult Answer(HttpContext http, Organisation organisation, DateOnly today, bool created = false)
    {
        Preconditions.SetETag(http, organisation.Version);
        var view = new OrganisationView(organisation, today);
        return created ? Results.Created($"/api/members/organisations/{organisation.Id}", view) : Results.Ok(view);
    }
}
