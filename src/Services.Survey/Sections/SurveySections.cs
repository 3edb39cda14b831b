using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Sections;

/// <summary>Survey as the owner of cooperation, governance and impacts, asked by others.</summary>
internal sealed class SurveySections(DbScopes<SurveyDb> scopes) : ISectionOwner
{
    public async Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        return await scope.Db.Sections.AsNoTracking()
            .Where(s => s.DossierId == dossierId && s.Section == section && s.Owner == OwnSections.Owner)
            .Select(s => new SectionHead(s.Revision, s.Blocking, s.Warnings, s.Answered, s.Expected, s.Complete))
            .SingleOrDefaultAsync(ct);
    }

    public async Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        return await scope.Db.Copies.AsNoTracking().Where(c => c.Digest == digest).Select(c => c.Content).FirstOrDefaultAsync(ct);
    }
}
