using Ptce.Contracts;
using Ptce.Contracts.Members;
using Ptce.Members.Editing;
using Ptce.Members.Identifiers;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Poles;

/// <summary>Registers a pole, or tells it anew.</summary>
internal static class RegisterPole
{
    public static Task<IResult> HandleAsync(string key, PoleFacts told, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        var checks = told.Check().Hold(Slug.CheckPoleKey(key), "key", key);
        if (!checks.Passed)
            return Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
        return writer.RunAsync(caller, async edit =>
        {
            var db = writer.Db;
            var pole = await db.Poles.FindAsync([key], ct);
            if (pole is null && !caller.Can(Permissions.PolesManage))
                return RequestProblems.NotFound.With();
            if (pole is not null && Json.Same(pole.Facts, told))
                return Answer(http, pole);
            if (pole is not null && Preconditions.Check(http, pole.Version, new PoleView(pole), told) is { } refused)
                return refused;
            var before = pole?.Facts;
            if (pole is null)
                db.Poles.Add(pole = new Pole { Key = key, Facts = told });
            pole.Tell(told);
            await edit.TouchAsync(key, ct);
            edit.Note("pole", key, key, before?.Impersonal(), told.Impersonal());
            if (before is null || before.Name != told.Name || before.Acronym != told.Acronym || before.TerritoryKind != told.TerritoryKind)
                db.Publish(Streams.Of(Streams.Poles, key), new PoleRegistered(key, told.Name, told.Acronym, told.TerritoryKind));
            await db.SaveChangesAsync(ct);
            return Answer(http, pole, created: before is null);
        }, ct);
    }

    private static IResult Answer(HttpContext http, Pole pole, bool created = false)
    {
        Preconditions.SetETag(http, pole.Version);
        return created ? Results.Created($"/api/members/poles/{pole.Key}", new PoleView(pole)) : Results.Ok(new PoleView(pole));
    }
}
