using Microsoft.EntityFrameworkCore;
using Ptce.Members.Storage;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Members.Sections;

/// <summary>Members as the owner of section morphology.</summary>
internal sealed class MembersSections(DbScopes<MembersDb> scopes) : ISectionOwner
{
    public async Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        if (section != SectionState.Morphology || await scope.Db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.DossierId == dossierId, ct) is not { } dossier)
            return null;
        var state = await SectionState.CheckAsync(scope.Db, dossier, ct);
        return new(state.Revision, state.Blocking, state.Warnings, state.Answered, state.Expected, state.Complete);
    }

    public async Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        return await scope.Db.Copies.AsNoTracking().Where(c => c.Digest == digest).Select(c => c.Content).FirstOrDefaultAsync(ct);
    }
}
