using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>Reads the tables of a request into one system of linked cells, or says what is wrong, with pointers.</summary>
internal sealed class TableReader(Refusals refusals)
{
    private readonly LinkBuilder _links = new();
    private readonly List<CellPlace> _places = [];
    private readonly Dictionary<int, (string Pointer, decimal Value)> _firstValue = [];
    private int _contributors;

    /// <summary>The linked tables; null when something is wrong (see the refusals).</summary>
    public LinkedTables? Read(IReadOnlyList<TableInput?>? tables)
    {
        if (tables is null || tables.Count is 0 or > Limits.Tables)
        {
            refusals.Add("/tables", "tables.size", $"Donnez de 1 à {Limits.Tables} tableaux.", $"Give 1 to {Limits.Tables} tables.");
            return null;
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < tables.Count && !refusals.Full; t++)
        {
            var pointer = $"/tables/{t}";
            if (tables[t] is not { Name: { Length: > 0 and <= Limits.TextLength } name } table || !names.Add(name))
                refusals.Add(pointer + "/name", "table.unnamed", "Chaque tableau porte un nom qui lui est propre.", "Every table has a name of its own.", tables[t]?.Name);
            else
                ReadTable(table, t, pointer);
        }
        if (refusals.Any)
            return null;
        var linked = _links.Finish(_places, refusals, PointerOf);
        return refusals.Any ? null : linked;
    }

    private string PointerOf(int index) => _firstValue.TryGetValue(index, out var first) ? first.Pointer : "/tables";

    private void ReadTable(TableInput table, int number, string pointer)
    {
        if (table.Dimensions is null || table.Dimensions.Count is 0 or > Limits.Dimensions)
        {
            refusals.Add(pointer + "/dimensions", "dimensions.size", $"Un tableau a de 1 à {Limits.Dimensions} dimensions.", $"A table has 1 to {Limits.Dimensions} dimensions.");
            return;
        }
        if (table.Measure is not (null or "count" or "amount"))
            refusals.Add(pointer + "/measure", "measure.unknown", "La mesure est « count » ou « amount ».", "The measure is \"count\" or \"amount\".", table.Measure);
        var shapes = table.Dimensions.Select((d, i) => DimensionReader.Read(d, $"{pointer}/dimensions/{i}", refusals)).ToList();
        if (shapes.Any(s => s is null))
            return;
        var dimensions = shapes.Select(s => s!).ToList();
        if (dimensions.DistinctBy(d => d.Name, StringComparer.Ordinal).Count() < dimensions.Count)
            refusals.Add(pointer + "/dimensions", "dimension.repeated", "Deux dimensions d'un tableau ne portent pas le même nom.", "Two dimensions of a table do not share a name.");
        else if (dimensions.Aggregate(1L, (n, d) => Math.Min(long.MaxValue / Limits.Codes / 2, n * d.Codes.Count)) is > Limits.Combinations and var combinations)
            refusals.Add(pointer + "/dimensions", "table.size", $"Le croisement compte {combinations} cellules ; la limite est {Limits.Combinations}.", $"The table spans {combinations} cells; the limit is {Limits.Combinations}.");
        else if (table.Cells is null || _places.Count + table.Cells.Count is 0 or > Limits.Cells)
            refusals.Add(pointer + "/cells", "cells.size", $"La requête compte de 1 à {Limits.Cells} cellules.", $"A request has 1 to {Limits.Cells} cells.");
        else
            ReadCells(table, dimensions, number, pointer);
    }

    private void ReadCells(TableInput table, List<DimensionShape> dimensions, int number, string pointer)
    {
        var isCount = table.Measure is { } measure ? measure == "count" : table.Cells!.All(c => c is { Max: null, Contributors: null } && (c.Count is null || c.Count == c.Value));
        var grid = _links.Span(table.Variable ?? "", dimensions);
        var seen = new HashSet<int>();
        for (var c = 0; c < table.Cells!.Count && !refusals.Full; c++)
        {
            var at = $"{pointer}/cells/{c}";
            var input = table.Cells[c];
            if (input?.At is null || input.At.Count != dimensions.Count)
            {
                refusals.Add(at + "/at", "cell.codes", $"Une cellule a un code par dimension ({dimensions.Count}).", $"A cell has one code per dimension ({dimensions.Count}).");
                continue;
            }
            var wrong = Enumerable.Range(0, dimensions.Count).FirstOrDefault(d => input.At[d] is not { } code || !dimensions[d].Has(code), -1);
            if (wrong >= 0)
            {
                refusals.Add($"{at}/at/{wrong}", "cell.code-unknown", "Ce code n'est pas dans la dimension.", "This code is not in the dimension.", input.At[wrong]);
                continue;
            }
            var cell = grid.At([.. input.At.Select(code => code!)]);
            if (!seen.Add(cell.Index))
                refusals.Add(at + "/at", "cell.repeated", "Cette cellule figure deux fois dans le tableau.", "This cell comes twice in the table.", string.Join(", ", input.At));
            else if (ReadCell(input, cell, isCount, at))
                _places.Add(new(number, c, cell.Index));
        }
    }

    private bool ReadCell(CellInput input, LinkedCell cell, bool isCount, string at)
    {
        var before = refusals.Errors.Count;
        if (input.Value is not { } value || Math.Abs(value) > Limits.Value || decimal.Round(value, Limits.Decimals) != value)
        {
            refusals.Add(at + "/value", "cell.value", $"Une cellule a une valeur, d'au plus {Limits.Value:F0} et {Limits.Decimals} décimales.", $"A cell has a value of at most {Limits.Value:F0} and {Limits.Decimals} decimals.", input.Value is { } v ? Refusals.Number(v) : null);
            return false;
        }
        if (_firstValue.TryGetValue(cell.Index, out var first) && first.Value != value)
            refusals.Add(at + "/value", "cell.linked-differently", $"Cette cellule vaut {Refusals.Number(first.Value)} dans {first.Pointer}. Si les deux tableaux mesurent des choses différentes, nommez leur « variable ».",
                $"This cell is {Refusals.Number(first.Value)} in {first.Pointer}. If the two tables measure different things, name their \"variable\".", Refusals.Number(value));
        _firstValue.TryAdd(cell.Index, (at, value));
        if (input.Count is < 0)
            refusals.Add(at + "/count", "cell.count", "Un effectif n'est pas négatif.", "A count is not negative.", Refusals.Number(input.Count.Value));
        if (isCount && value < 0)
            refusals.Add(at + "/value", "cell.count", "Un effectif n'est pas négatif.", "A count is not negative.", Refusals.Number(value));
        if (input.Second is not null && input.Max is null || Math.Abs(input.Second ?? 0) > Math.Abs(input.Max ?? 0))
            refusals.Add(at + "/second", "cell.second", "La deuxième contribution ne dépasse pas la première.", "The second contribution does not exceed the first.");

        cell.Value = value;
        cell.Shown = true;
        cell.IsCount &= isCount;
        cell.Exempt |= input.Exempt;
        cell.Count ??= input.Count ?? (isCount ? value : null);
        ReadContributions(input, cell, value, at);
        ReadHolding(input, cell, at);
        return refusals.Errors.Count == before;
    }

    private void ReadContributions(CellInput input, LinkedCell cell, decimal value, string at)
    {
        if (input.Contributors is { } list)
        {
            _contributors += list.Count;
            if (_contributors > Limits.Contributors)
            {
                refusals.Add(at + "/contributors", "contributors.size", $"La requête compte au plus {Limits.Contributors} contributeurs.", $"A request has at most {Limits.Contributors} contributors.");
                return;
            }
            var amounts = new Dictionary<string, decimal>(StringComparer.Ordinal);
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is not { Id: { Length: > 0 and <= Limits.TextLength } id, Amount: { } amount } || Math.Abs(amount) > Limits.Value || !amounts.TryAdd(id, amount))
                    refusals.Add($"{at}/contributors/{i}", "contributor.invalid", "Un contributeur a un identifiant, une fois par cellule, et un montant.", "A contributor has an identifier, once a cell, and an amount.", list[i]?.Id);
            }
            if (!cell.IsCount && amounts.Values.Sum() != value)
                refusals.Add(at + "/contributors", "contributors.sum", $"Les contributions font {Refusals.Number(amounts.Values.Sum())}, la cellule {Refusals.Number(value)}.", $"Contributions add up to {Refusals.Number(amounts.Values.Sum())}, the cell is {Refusals.Number(value)}.");
            if (input.Count is { } count && count != list.Count)
                refusals.Add(at + "/count", "contributors.count", $"L'effectif est {Refusals.Number(count)}, la liste compte {list.Count} contributeurs.", $"The count is {Refusals.Number(count)}, {list.Count} contributors are listed.");
            cell.Count = list.Count;
            cell.Contributions = Contributions.Of(amounts);
        }
        else if (input.Max is { } max && cell.Contributions is null)
        {
            cell.Contributions = Contributions.Of(value, max, input.Second);
        }
    }

    private void ReadHolding(CellInput input, LinkedCell cell, string at)
    {
        Holding? holding = input.Fixed is not { } json ? Holding.Free : json.ValueKind switch
        {
            System.Text.Json.JsonValueKind.True => Holding.Published,
            System.Text.Json.JsonValueKind.False or System.Text.Json.JsonValueKind.Null => Holding.Free,
            System.Text.Json.JsonValueKind.String when json.GetString() == "published" => Holding.Published,
            System.Text.Json.JsonValueKind.String when json.GetString() == "suppressed" => Holding.Suppressed,
            _ => null,
        };
        if (holding is null)
            refusals.Add(at + "/fixed", "cell.fixed", "« fixed » vaut true, false, \"published\" ou \"suppressed\".", "\"fixed\" is true, false, \"published\" or \"suppressed\".", input.Fixed?.ToString());
        else if (holding != Holding.Free && cell.Holding != Holding.Free && cell.Holding != holding)
            refusals.Add(at + "/fixed", "cell.fixed-differently", "Cette cellule est fixée autrement dans un autre tableau.", "This cell is fixed otherwise in another table.");
        else if (holding != Holding.Free)
            cell.Holding = holding.Value;
    }
}
