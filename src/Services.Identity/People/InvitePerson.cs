using Microsoft.EntityFrameworkCore;
using Ptce.Identity.Account;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.People;

/// <summary>Sends a person the link by which they choose their password; asked again, sends another.</summary>
internal static class InvitePerson
{
    /// <summary>What became of the invitation: <c>Link</c> only where no mail server is configured, for the administrator to hand over.</summary>
    public sealed record Answer(bool Mailed, string? Link);

    public static async Task<IResult> HandleAsync(Guid id, IdentityDb db, PersonalLink links, HttpContext http)
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == id && p.ClosedAt == null, http.RequestAborted);
        if (person is null)
            return RequestProblems.NotFound.With();
        var link = await links.WriteAsync(person, invitation: true);
        await db.SaveChangesAsync(http.RequestAborted);
        return Results.Ok(new Answer(link is null, link));
    }
}
