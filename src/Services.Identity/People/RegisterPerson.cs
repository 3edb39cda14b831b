using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Passwords;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.People;

/// <summary>Makes an account: with a password when one is given, else by invitation or external provider.</summary>
internal sealed class RegisterPerson(IdentityDb db, UserManager<Person> people, PasswordRules rules, TimeProvider clock)
{
    /// <summary>What a client sends.</summary>
    public sealed record Request(Guid Id, string? Email, string? Name, string? Language, string? Password);

    public static async Task<IResult> HandleAsync(Request request, RegisterPerson register, HttpContext http) =>
        await register.RunAsync(request, http);

    private async Task<IResult> RunAsync(Request request, HttpContext http)
    {
        var errors = PersonRules.Check(request.Email, request.Name, request.Language);
        if (request.Id == Guid.Empty)
            errors.Insert(0, PeopleProblems.IdMissing);
        var person = New(request);
        if (request.Password is { } password && rules.Refusal(password, person) is { } refusal)
            errors.Add(PasswordProblems.For(refusal));
        if (errors.Count > 0)
            return RequestProblems.Invalid.With(errors);

        if (await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == request.Id, http.RequestAborted) is { } existing)
            return SameAs(existing, person, request.Password) ? Answer(http, existing, Results.Ok) : PeopleProblems.IdUsed.With();
        if (await db.People.AnyAsync(p => p.NormalizedEmail == person.NormalizedEmail, http.RequestAborted))
            return PeopleProblems.EmailUsed.With();

        if (request.Password is not null)
            person.PasswordHash = people.PasswordHasher.HashPassword(person, request.Password);
        db.Add(person);
        await db.SaveChangesAsync(http.RequestAborted);
        return Answer(http, person, view => Results.Created($"/api/identity/people/{person.Id}", view));
    }

    private Person New(Request request)
    {
        var (email, name, language) = (request.Email?.Trim() ?? "", request.Name?.Trim() ?? "", request.Language ?? "fr");
        return new Person
        {
            Id = request.Id,
            Email = email,
            UserName = email,
            NormalizedEmail = people.NormalizeEmail(email),
            NormalizedUserName = people.NormalizeName(email),
            Name = name,
            Language = language,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            CreationDigest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new[] { email, name, language }))),
        };
    }

    private bool SameAs(Person existing, Person asked, string? password)
    {
        if (existing.CreationDigest != asked.CreationDigest)
            return false;
        return password is null || (existing.PasswordHash is not null
            && people.PasswordHasher.VerifyHashedPassword(existing, existing.PasswordHash, password) != PasswordVerificationResult.Failed);
    }

    private static IResult Answer(HttpContext http, Person person, Func<PersonView, IResult> result)
    {
        Preconditions.SetETag(http, person.Version);
        return result(PersonView.Of(person));
    }
}
