using System.Globalization;
using System.Security.Cryptography;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Reading;
using Ptce.Finance.Ledgers.Storage;
using Ptce.ServiceDefaults.Operations;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers.ImportLedger;

/// <summary><c>import-ledger --pole KEY --year YEAR [--regime PCA2018] [--apply] FILE…</c>: imports files where the service's database is.</summary>
internal static class ImportLedgerVerb
{
    public static readonly Verb Verb = new("import-ledger", "imports a FEC: --pole KEY --year YEAR [--regime R] [--apply] FILE…", RunAsync);

    private static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var (values, files) = Parse(args);
        if (!values.TryGetValue("pole", out var pole) || !values.TryGetValue("year", out var given) || files.Count == 0
            || !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || files.Find(file => !File.Exists(file)) is not null)
        {
            await Console.Error.WriteLineAsync("import-ledger --pole KEY --year YEAR [--regime PCA1999|PCA2018|PCA2025|PCG2014|PCG2025] [--apply] FILE…");
            return 2;
        }
        await using var scope = services.CreateAsyncScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var request = new ImportRequest(pole, year, Guid.CreateVersion7(), "fec", values.GetValueOrDefault("regime"), "command-line");
        var streams = files.ConvertAll(file => new LedgerPart(file, new DigestingStream(File.OpenRead(file), hash)));
        var (import, problem, _) = await scope.ServiceProvider.GetRequiredService<ImportLedger>().RunAsync(request, streams.ToAsyncEnumerable(), hash, ct);
        streams.ForEach(part => part.Content.Dispose());
        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(problem.Title.Fr);
            foreach (var error in problem.Errors)
                await Console.Error.WriteLineAsync($"  ligne {error.Line}, {error.Column}: {error.Message.Fr} [{error.Code}]");
            return 1;
        }
        var view = ImportView.Of(import!, "fr");
        Console.WriteLine($"Import {view.Id} : {view.LinesRead} lignes, plan {view.Regime}.");
        foreach (var finding in view.Findings.Where(finding => finding.Severity is not Severity.Info))
            Console.WriteLine($"  {finding.Line}: {finding.Message}");
        foreach (var line in view.Lines)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.Line,-12} {line.Amount,14:N2}  {LineCatalogue.Get(line.Line).Fr}"));
        if (values.ContainsKey("apply"))
        {
            var (_, refused) = await scope.ServiceProvider.GetRequiredService<ApplyImport.ApplyImport>().RunAsync(pole, year, import!.Id, replace: true, "command-line", ct);
            if (refused is not null)
            {
                await Console.Error.WriteLineAsync(refused.Title.Fr);
                return 1;
            }
        }
        return 0;
    }

    private static (Dictionary<string, string> Values, List<string> Files) Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--apply")
                values["apply"] = "";
            else if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
                values[args[i][2..]] = args[++i];
            else
                files.Add(args[i]);
        }
        return (values, files);
    }
}
