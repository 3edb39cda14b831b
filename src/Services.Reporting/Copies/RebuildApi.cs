using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Operations;

namespace Ptce.Reporting.Copies;

/// <summary>Rebuild on command: an endpoint for operators, a verb on the command line.</summary>
internal static class RebuildApi
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("rebuild", async (RebuildReadModel rebuild, CancellationToken ct) =>
        {
            await rebuild.StartAsync(ct);
            return TypedResults.Accepted("/api/reporting/rebuild", View(await rebuild.ReadAsync(ct)));
        }).RequirePermission(Permissions.OperationsManage).WithSummary("Rebuild the read models beside those that serve");
        group.MapGet("rebuild", async (RebuildReadModel rebuild, CancellationToken ct) => TypedResults.Ok(View(await rebuild.ReadAsync(ct))))
            .RequirePermission(Permissions.OperationsManage).WithSummary("State of the read models");
    }

    public static readonly Verb Verb = new(
        "rebuild",
        "rebuild the read models from the owners of the sections, while serving",
        async (services, _, ct) =>
        {
            await services.GetRequiredService<RebuildReadModel>().StartAsync(ct);
            return 0;
        });

    private static RebuildView View((ReadModel Model, int Waiting, int Total) state) =>
        new(state.Model.Active, state.Model.Building, state.Total - state.Waiting, state.Total, state.Model.StartedAt, state.Model.FinishedAt);
}

/// <summary>State of the read models.</summary>
/// <param name="Active">Generation that serves.</param>
/// <param name="Building">Generation being built, null when none is.</param>
/// <param name="Done">Copies fetched.</param>
/// <param name="Total">Copies to fetch.</param>
/// <param name="StartedAt">Start of the last rebuild, UTC.</param>
/// <param name="FinishedAt">End of the last rebuild, UTC.</param>
internal sealed record RebuildView(long Active, long? Building, int Done, int Total, DateTime? StartedAt, DateTime? FinishedAt);
