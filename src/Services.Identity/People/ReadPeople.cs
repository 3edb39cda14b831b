using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.People;

/// <summary>The directory of people for administrators, and one's own entry for everybody.</summary>
internal static class ReadPeople
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1309", Justification = "Translated into SQL, where the column's binary collation decides.")]
    public static async Task<Page<PersonView>> ListAsync(
        IdentityDb db, UserManager<Person> people, string? cursor, int? limit, string? email, CancellationToken cancellationToken)
    {
        var size = Page.Size(limit);
        var query = db.People.AsNoTracking().Include(person => person.Grants).AsQueryable();
        if (email is { Length: > 0 })
        {
            var wanted = people.NormalizeEmail(email);
            query = query.Where(person => person.NormalizedEmail == wanted);
        }
        if (Page.After<string?>(cursor) is { } after)
            query = query.Where(person => string.Compare(person.NormalizedEmail, after) > 0);
        var rows = await query.OrderBy(person => person.NormalizedEmail).Take(size + 1).ToListAsync(cancellationToken);
        return Page.Of(rows, size, person => person.NormalizedEmail, PersonView.Of);
    }

    public static Task<IResult> ByIdAsync(Guid id, IdentityDb db, HttpContext http) => OneAsync(id, db, http);

    public static Task<IResult> MeAsync(Caller caller, IdentityDb db, HttpContext http) =>
        Guid.TryParse(caller.Subject, out var id) ? OneAsync(id, db, http) : Task.FromResult<IResult>(RequestProblems.NotFound.With());

    private static async Task<IResult> OneAsync(Guid id, IdentityDb db, HttpContext http)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, http.RequestAborted);
        if (person is null)
            return RequestProblems.NotFound.With();
        Preconditions.SetETag(http, person.Version);
        return Results.Ok(PersonView.Of(person));
    }
}
