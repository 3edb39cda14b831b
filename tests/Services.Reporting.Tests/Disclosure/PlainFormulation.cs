using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>
/// The whole problem as one mixed programme, written anew from the request: one copy of the table's deviations for each unsafe cell and direction.
/// No cuts, no heuristics, nothing of the product's but the request.
/// </summary>
internal sealed class PlainFormulation
{
    private const double Far = 10;
    private readonly List<(string Key, CellInput Cell)> _cells = [];
    private readonly Dictionary<string, int> _index = [];
    private readonly HashSet<string> _relations = [];
    private readonly List<(int Total, int[] Parts)> _sums = [];

    public PlainFormulation(ProtectionRequest request)
    {
        foreach (var table in request.Tables!)
        {
            foreach (var cell in table!.Cells!)
            {
                var key = Key(table, cell!.At!);
                if (_index.TryAdd(key, _cells.Count))
                    _cells.Add((key, cell));
            }
            foreach (var cell in table.Cells!)
            {
                for (var d = 0; d < table.Dimensions!.Count; d++)
                {
                    var dimension = table.Dimensions[d]!;
                    var children = dimension.Codes is not null ? cell!.At![d] == dimension.Total ? dimension.Codes : null : dimension.Hierarchy!.GetValueOrDefault(cell!.At![d]!);
                    if (children is null)
                        continue;
                    int[] parts = [.. children.Select(child => _index[Key(table, [.. cell.At!.Select((code, i) => i == d ? child : code)])])];
                    if (_relations.Add(_index[Key(table, cell.At!)] + "=" + string.Join('+', parts.Order())))
                        _sums.Add((_index[Key(table, cell.At!)], parts));
                }
            }
        }
    }

    public int Cells => _cells.Count;

    /// <summary>Least cost of the secondary suppressions.</summary>
    public double Optimum(Func<CellInput, double> price)
    {
        var model = new Glpk();
        var hide = _cells.Select(c => model.Column(IsUnsafe(c.Cell) ? 0 : price(c.Cell), binary: true)).ToList();
        for (var p = 0; p < _cells.Count; p++)
        {
            if (!IsUnsafe(_cells[p].Cell))
                continue;
            model.Row([(1, hide[p])], "=", 1);
            foreach (var direction in (int[])[1, -1])
                Require(model, hide, p, direction);
        }
        return model.Solve().Objective;
    }

    /// <summary>Exact interval of each hidden cell, by one programme of independent copies; null where more than far above any value.</summary>
    public Dictionary<string, (double Low, double? High)> Intervals(Func<string, bool> isHidden)
    {
        var hidden = Enumerable.Range(0, _cells.Count).Where(i => isHidden(_cells[i].Key)).ToList();
        var cap = 100.0 * _cells.Max(c => (double)c.Cell.Value!.Value);
        var found = new Dictionary<string, (double, double?)>();
        foreach (var target in hidden)
        {
            var reach = ((int[])[1, -1]).Select(direction =>
            {
                var model = new Glpk();
                var columns = hidden.ToDictionary(i => i, i => model.Column(i == target ? direction : 0));
                foreach (var i in hidden)
                {
                    model.Row([(1, columns[i])], ">=", 0);
                    model.Row([(1, columns[i])], "<=", cap);
                }
                foreach (var (total, parts) in _sums)
                {
                    var terms = parts.Where(columns.ContainsKey).Select(i => (1.0, columns[i])).Concat(columns.TryGetValue(total, out var own) ? [(-1.0, own)] : []).ToList();
                    if (terms.Count > 0)
                        model.Row(terms, "=", Published(total) - parts.Sum(Published));
                }
                return model.Solve(maximise: true).Objective * direction;
            }).ToList();
            found[_cells[target].Key] = (reach[1], reach[0] > cap / 20 ? null : reach[0]);
        }
        return found;

        double Published(int i) => isHidden(_cells[i].Key) ? 0 : (double)_cells[i].Cell.Value!.Value;
    }

    public static bool IsUnsafe(CellInput cell) => cell.Count is > 0 and < 3 || cell.Count > 0 && cell.Max > 0.85m * cell.Value;

    public static string Key(TableInput table, IReadOnlyList<string?> at) =>
        string.Join('&', at.Select((code, d) => (table.Dimensions![d]!, code)).Where(p => p.code != p.Item1.Total).Select(p => p.Item1.Name + "=" + p.code).Order());

    private void Require(Glpk model, List<string> hide, int target, int direction)
    {
        var need = (double)_cells[target].Cell.Value!.Value * 0.1;
        var moves = _cells.Select(_ => model.Column(0)).ToList();
        for (var i = 0; i < _cells.Count; i++)
        {
            // In units of what is asked; a way back never needs to carry more than a few times that.
            model.Row([(1, moves[i]), (-Far, hide[i])], "<=", 0);
            model.Row([(1, moves[i]), (Math.Min(Far, (double)_cells[i].Cell.Value!.Value / need), hide[i])], ">=", 0);
        }
        foreach (var (total, parts) in _sums)
            model.Row([.. parts.Select(part => (1.0, moves[part])), (-1.0, moves[total])], "=", 0);
        model.Row([(1, moves[target])], "=", direction);
    }
}
