using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.People;

/// <summary>Gives and withdraws access grants (habilitations). Both are idempotent: the grant is the triple person, role, pole.</summary>
internal static class GrantAccess
{
    /// <summary>What a client sends.</summary>
    public sealed record Request(string? Role, string? Pole);

    /// <summary>A grant as administrators see it.</summary>
    public sealed record View(string Grant, string Role, string? Pole, DateTime GrantedAt, string GrantedBy)
    {
        public static View Of(Grant grant) =>
            new(grant.Value, grant.Role, grant.PoleKey.Length == 0 ? null : grant.PoleKey, grant.GrantedAt, grant.GrantedBy);
    }

    public static async Task<IResult> ListAsync(Guid id, IdentityDb db, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return person is null ? RequestProblems.NotFound.With() : Results.Ok(person.Grants.OrderBy(grant => grant.Value, StringComparer.Ordinal).Select(View.Of));
    }

    public static async Task<IResult> GiveAsync(
        Guid id, Request request, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckGrant(request.Role, request.Pole) is { Count: > 0 } errors)
            return RequestProblems.Invalid.With(errors);
        var person = await db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (person is null)
            return RequestProblems.NotFound.With();

        var pole = request.Pole ?? "";
        var grant = person.Grants.Find(g => g.Role == request.Role && g.PoleKey == pole);
        if (grant is not null)
            return Results.Ok(View.Of(grant));
        grant = new Grant { PersonId = id, Role = request.Role!, PoleKey = pole, GrantedAt = clock.GetUtcNow().UtcDateTime, GrantedBy = caller.Subject };
        db.Add(grant);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/identity/people/{id}/grants/{grant.Value}", View.Of(grant));
    }

    public static async Task<IResult> WithdrawAsync(Guid id, string grant, IdentityDb db, CancellationToken cancellationToken)
    {
        var (role, pole) = grant.Split(':', 2) is [var name, var key] ? (name, key) : (grant, "");
        var existing = await db.Grants.SingleOrDefaultAsync(g => g.PersonId == id && g.Role == role && g.PoleKey == pole, cancellationToken);
        if (existing is null)
            return await db.People.AnyAsync(p => p.Id == id, cancellationToken) ? Results.NoContent() : RequestProblems.NotFound.With();
        if (role == Roles.Administrator && !await AnotherAdministratorAsync(db, id, cancellationToken))
            return PeopleProblems.LastAdministrator.With();
        db.Remove(existing);
        await db.SaveChangesAsync(cancellationToken);
        return Results.NoContent();
    }

    public static Task<bool> AnotherAdministratorAsync(IdentityDb db, Guid than, CancellationToken cancellationToken) =>
        db.People.AnyAsync(p => p.Id != than && p.ClosedAt == null && p.Grants.Any(grant => grant.Role == Roles.Administrator), cancellationToken);
}
