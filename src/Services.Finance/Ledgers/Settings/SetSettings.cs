using Microsoft.EntityFrameworkCore;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers.Settings;

/// <summary>Reads and sets how a pole's ledgers are read.</summary>
internal static class SetSettings
{
    public static async Task<IResult> ReadAsync(string key, FinanceDb db, HttpContext http, CancellationToken ct)
    {
        var settings = await db.LedgerSettings.AsNoTracking().SingleOrDefaultAsync(s => s.PoleKey == key, ct);
        Preconditions.SetETag(http, settings?.Version ?? 0);
        return Results.Ok(settings?.Read() ?? new LedgerSettingsContent());
    }

    public static async Task<IResult> HandleAsync(string key, LedgerSettingsContent content, FinanceDb db, HttpContext http, CancellationToken ct)
    {
        if (content.Errors().ToArray() is { Length: > 0 } errors)
            return RequestProblems.Invalid.With(errors);
        var text = LedgerSettings.Write(content);
        var settings = await db.LedgerSettings.SingleOrDefaultAsync(s => s.PoleKey == key, ct);
        if (settings is null)
        {
            db.LedgerSettings.Add(settings = new LedgerSettings { PoleKey = key, Content = text });
        }
        else if (settings.Content != text)
        {
            if (Preconditions.Check(http, settings.Version, settings.Read(), content) is { } refused)
                return refused;
            settings.Content = text;
        }
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, settings.Version);
        return Results.Ok(content);
    }
}
