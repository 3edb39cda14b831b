using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ptce.Messaging.DeadLetters;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.ServiceDefaults.Operations;

/// <summary>Dead letters over HTTP, the same in every service and both hosts: read, replay.</summary>
public static class DeadLettersApi
{
    /// <summary>Maps <c>dead-letters</c> under the service's group.</summary>
    /// <typeparam name="TDb">The service's context.</typeparam>
    /// <param name="group">The service's group, <c>/api/{service}</c>.</param>
    public static void MapDeadLetters<TDb>(this RouteGroupBuilder group) where TDb : ServiceDb
    {
        group.MapGet("dead-letters", async (DeadLetterDesk<TDb> desk, string? cursor, int? limit, CancellationToken ct) =>
        {
            var size = Page.Size(limit);
            var letters = await desk.ListAsync(Page.After<Guid?>(cursor), size + 1, ct);
            return Page.Of(letters, size, letter => letter.Id, letter => new DeadLetterView(
                letter.Id, letter.Stream, letter.Sequence, letter.Type, letter.Error, letter.FailedAt, letter.Attempts));
        }).RequirePermission(Permissions.OperationsManage);

        group.MapPost("dead-letters/{id:guid}/replay", async (Guid id, DeadLetterDesk<TDb> desk, CancellationToken ct) =>
            await desk.ReplayAsync(id, ct) ? Results.NoContent() : RequestProblems.NotFound.With())
            .RequirePermission(Permissions.OperationsManage);
    }
}

/// <summary>A dead letter as operators see it: no content of the event.</summary>
/// <param name="Id">Message id.</param>
/// <param name="Stream">Stream, stalled until replay.</param>
/// <param name="Sequence">Number inside the stream.</param>
/// <param name="Type">Event.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="FailedAt">When, UTC.</param>
/// <param name="Attempts">Attempts so far.</param>
public sealed record DeadLetterView(Guid Id, string Stream, long Sequence, string Type, string Error, DateTime FailedAt, int Attempts);
