using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ptce.Reporting.Tests.Disclosure;

/// <summary>GLPK's own command line (Debian glpk-utils): an optimiser that shares no code with the product's.</summary>
internal sealed class Glpk
{
    private readonly StringBuilder _rows = new();
    private readonly List<string> _objective = [];
    private readonly StringBuilder _bounds = new();
    private readonly List<string> _binaries = [];
    private int _columns;

    /// <summary>A column, free unless bounded by rows.</summary>
    public string Column(double price, bool binary = false)
    {
        var name = $"x{++_columns}";
        _objective.Add($"{(price < 0 ? "-" : "+")} {Number(Math.Abs(price))} {name}");
        if (binary)
            _binaries.Add(name);
        else
            _bounds.Append(CultureInfo.InvariantCulture, $" {name} free\n");
        return name;
    }

    public void Row(IEnumerable<(double Factor, string Column)> terms, string relation, double right) =>
        _rows.Append(' ').AppendJoin(' ', terms.Select(t => $"{(t.Factor < 0 ? "-" : "+")} {Number(Math.Abs(t.Factor))} {t.Column}")).Append(CultureInfo.InvariantCulture, $" {relation} {Number(right)}\n");

    /// <summary>Solves and answers the objective and the columns; fails unless proved optimal.</summary>
    public (double Objective, double[] Columns) Solve(bool maximise = false)
    {
        var folder = Directory.CreateTempSubdirectory("glpk-").FullName;
        try
        {
            var text = new StringBuilder(maximise ? "Maximize\n obj:" : "Minimize\n obj:");
            foreach (var chunk in _objective.Chunk(20))
                text.Append(' ').AppendJoin(' ', chunk).Append('\n');
            text.Append("Subject To\n").Append(_rows).Append("Bounds\n").Append(_bounds);
            if (_binaries.Count > 0)
                text.Append("Binary\n").AppendJoin('\n', _binaries.Select(b => " " + b)).Append('\n');
            File.WriteAllText(Path.Combine(folder, "m.lp"), text.Append("End\n").ToString());
            using var process = Process.Start(new ProcessStartInfo("glpsol", "--lp m.lp -w s.txt --cuts --tmlim 240") { WorkingDirectory = folder, RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("glpsol (Debian package glpk-utils) does not start.");
            var log = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var lines = File.ReadAllLines(Path.Combine(folder, "s.txt"));
            var status = lines.Single(l => l.StartsWith("s ", StringComparison.Ordinal)).Split(' ');
            var optimal = status[1] == "mip" ? status[4] == "o" : status[4] == "f" && status[5] == "f";
            Assert.True(optimal, log);
            var value = status[1] == "mip" ? 2 : 3;
            return (double.Parse(status[^1], CultureInfo.InvariantCulture),
                [.. lines.Where(l => l.StartsWith("j ", StringComparison.Ordinal)).Select(l => double.Parse(l.Split(' ')[value], CultureInfo.InvariantCulture))]);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "E", StringComparison.Ordinal);
}
