using Microsoft.EntityFrameworkCore;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Copies;

/// <summary>Generations of the read model that receive what is signed now.</summary>
internal static class Generations
{
    public static async Task<ReadModel> ReadAsync(ReportingDb db, CancellationToken ct) =>
        await db.ReadModels.FindAsync([ReadModel.Signed], ct) ?? db.ReadModels.Add(new() { Name = ReadModel.Signed, Active = 1 }).Entity;

    /// <summary>The one that serves, and the one being rebuilt.</summary>
    public static async Task<IReadOnlyList<long>> LiveAsync(ReportingDb db, CancellationToken ct)
    {
        var model = await ReadAsync(db, ct);
        return model.Building is { } building ? [model.Active, building] : [model.Active];
    }

    public static async Task<long> ActiveAsync(ReportingDb db, CancellationToken ct) =>
        await db.ReadModels.AsNoTracking().Where(model => model.Name == ReadModel.Signed).Select(model => (long?)model.Active).SingleOrDefaultAsync(ct) ?? 1;
}
