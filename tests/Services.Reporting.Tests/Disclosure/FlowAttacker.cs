using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>
/// An attacker of two-way flat tables that shares nothing with the product's: a table with margins is a network, rows and columns its nodes and cells
/// its arcs, so that how far a cell can move is a maximum flow, computed here by augmenting paths in exact decimals.
/// </summary>
internal sealed class FlowAttacker(TableInput table)
{
    private const decimal Endless = 1_000_000_000_000m;
    private readonly string[] rows = [.. table.Dimensions![0]!.Codes!.Select(c => c!), "T"];
    private readonly string[] columns = [.. table.Dimensions![1]!.Codes!.Select(c => c!), "T"];

    public (decimal? Low, decimal? High) Interval(IReadOnlySet<CellInput> hidden, CellInput cell)
    {
        var up = Push(hidden, cell, true);
        var down = Push(hidden, cell, false);
        return (cell.Value - down, up >= Endless ? null : cell.Value + up);
    }

    // Raising a cell from one node to another needs a way back for the flow.
    private decimal Push(IReadOnlySet<CellInput> hidden, CellInput cell, bool raise)
    {
        var nodes = rows.Length + columns.Length;
        var room = new decimal[nodes, nodes];
        foreach (var other in hidden.Where(h => h != cell))
        {
            var (from, to) = Arc(other);
            room[from, to] += Endless;
            room[to, from] += other.Value!.Value;
        }
        var (tail, head) = Arc(cell);
        var (source, sink, limit) = raise ? (head, tail, Endless) : (tail, head, cell.Value!.Value);
        var flow = 0m;
        while (flow < limit)
        {
            var path = Path(room, source, sink);
            if (path.Count == 0)
                break;
            var step = Math.Min(limit - flow, path.Min(arc => room[arc.From, arc.To]));
            foreach (var (from, to) in path)
            {
                room[from, to] -= step;
                room[to, from] += step;
            }
            flow += step;
        }
        return flow;
    }

    private (int Tail, int Head) Arc(CellInput cell)
    {
        var (row, column) = (Array.IndexOf(rows, cell.At![0]), Array.IndexOf(columns, cell.At[1]));
        var forward = (row == rows.Length - 1) == (column == columns.Length - 1);
        return forward ? (row, rows.Length + column) : (rows.Length + column, row);
    }

    private static List<(int From, int To)> Path(decimal[,] room, int source, int sink)
    {
        var came = new Dictionary<int, int> { [source] = source };
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var at) && at != sink)
        {
            for (var next = 0; next < room.GetLength(0); next++)
            {
                if (room[at, next] > 0 && came.TryAdd(next, at))
                    queue.Enqueue(next);
            }
        }
        var path = new List<(int, int)>();
        if (came.ContainsKey(sink))
        {
            for (var at = sink; at != source; at = came[at])
                path.Add((came[at], at));
        }
        return path;
    }
}
