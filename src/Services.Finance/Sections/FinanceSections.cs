using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Finance.Sections;

/// <summary>What Finance tells other services of its section.</summary>
internal sealed class FinanceSections(DbScopes<FinanceDb> scopes) : ISectionOwner
{
    public async Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var dossier = await scope.Db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.DossierId == dossierId && d.Section == section, ct);
        if (dossier is null)
            return null;
        return EconomicsSection.Head(
            await scope.Db.FindAsync(dossier.PoleKey, dossier.FiscalYear, ct),
            await scope.Db.PreviousAsync(dossier.PoleKey, dossier.FiscalYear, ct));
    }

    public async Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        return await scope.Db.Copies.AsNoTracking().Where(c => c.Digest == digest).Select(c => c.Content).FirstOrDefaultAsync(ct);
    }
}
