using Ptce.Reporting.Disclosure.Audit;
using Ptce.Reporting.Disclosure.Rules;
using Ptce.Reporting.Disclosure.Suppression;
using Ptce.Reporting.Disclosure.Tables;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Disclosure;

/// <summary>Audits tables whose cells already have a status (auditer des tableaux).</summary>
internal static class AuditTables
{
    public static (AuditOutcome Outcome, bool[] Hidden) Run(ReadRequest request, IReadOnlyList<TableInput?> tables, CancellationToken cancellation)
    {
        var cells = request.Tables.Cells;
        var hidden = cells.Select(c => !c.Shown && !c.IsKnown).ToArray();
        foreach (var place in request.Tables.Places)
        {
            var status = tables[place.Table]!.Cells![place.Cell]!.Status;
            hidden[place.Index] = Statuses.IsSuppressed(status);
            if (cells[place.Index].Sensitivity == Sensitivity.None)
                cells[place.Index].Sensitivity = Statuses.Declared(status);
        }
        var attackers = Attackers.Of(request.Tables, request.Rules);
        return (TableAudit.Run(request.Tables, hidden, request.Rules, attackers, new WorkMeter(double.MaxValue, cancellation)), hidden);
    }

    /// <summary>Every cell has a status, the same in all tables that show it.</summary>
    public static void CheckStatuses(ReadRequest request, IReadOnlyList<TableInput?> tables, Refusals refusals)
    {
        var seen = new Dictionary<int, bool>();
        foreach (var place in request.Tables.Places)
        {
            var status = tables[place.Table]!.Cells![place.Cell]!.Status;
            var pointer = $"/tables/{place.Table}/cells/{place.Cell}/status";
            if (!Statuses.Known(status))
                refusals.Add(pointer, "cell.status", "Le statut est « published », « frequency », « dominance » ou « secondary ».", "The status is \"published\", \"frequency\", \"dominance\" or \"secondary\".", status);
            else if (!seen.TryAdd(place.Index, Statuses.IsSuppressed(status)) && seen[place.Index] != Statuses.IsSuppressed(status))
                refusals.Add(pointer, "cell.status-differs", "Cette cellule est publiée dans un tableau et masquée dans un autre.", "This cell is published in one table and suppressed in another.", status);
        }
    }
}

/// <summary>Statuses as they travel.</summary>
internal static class Statuses
{
    public const string Published = "published", Frequency = "frequency", Dominance = "dominance", Secondary = "secondary";

    public static bool Known(string? status) => status is Published or Frequency or Dominance or Secondary;

    public static bool IsSuppressed(string? status) => status is Frequency or Dominance or Secondary;

    public static Sensitivity Declared(string? status) => status switch
    {
        Frequency => Sensitivity.Frequency,
        Dominance => Sensitivity.Dominance,
        _ => Sensitivity.None,
    };

    public static string Of(LinkedCell cell, bool hidden) => !hidden ? Published : cell.Sensitivity switch
    {
        Sensitivity.Frequency => Frequency,
        Sensitivity.Dominance => Dominance,
        _ => Secondary,
    };
}
