using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.People;

/// <summary>Changes name, address or language, closes an account or opens it again.</summary>
internal static class EditPerson
{
    /// <summary>What a client sends: the whole editable part.</summary>
    public sealed record Request(string? Email, string? Name, string? Language, bool Open);

    public static async Task<IResult> HandleAsync(
        Guid id, Request request, IdentityDb db, UserManager<Person> people, TimeProvider clock, HttpContext http)
    {
        var person = await db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, http.RequestAborted);
        if (person is null)
            return RequestProblems.NotFound.With();
        if (Preconditions.Check(http, person.Version, PersonView.Of(person), request) is { } refusal)
            return refusal;
        if (PersonRules.Check(request.Email, request.Name, request.Language) is { Count: > 0 } errors)
            return RequestProblems.Invalid.With(errors);

        var email = request.Email!.Trim();
        var normalized = people.NormalizeEmail(email);
        if (await db.People.AnyAsync(p => p.NormalizedEmail == normalized && p.Id != id, http.RequestAborted))
            return PeopleProblems.EmailUsed.With();
        if (!request.Open && person.Grants.Exists(grant => grant.Role == Roles.Administrator) && !await GrantAccess.AnotherAdministratorAsync(db, id, http.RequestAborted))
            return PeopleProblems.LastAdministrator.With();

        if (person.NormalizedEmail != normalized || request.Open != person.IsOpen)
            person.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        (person.Email, person.UserName) = (email, email);
        (person.NormalizedEmail, person.NormalizedUserName) = (normalized, people.NormalizeName(email));
        (person.Name, person.Language) = (request.Name!.Trim(), request.Language ?? person.Language);
        person.ClosedAt = request.Open ? null : person.ClosedAt ?? clock.GetUtcNow().UtcDateTime;
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        person.Version++;
        await db.SaveChangesAsync(http.RequestAborted);
        Preconditions.SetETag(http, person.Version);
        return Results.Ok(PersonView.Of(person));
    }
}
