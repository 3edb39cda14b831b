using Ptce.Bench.Ledger;

// `dotnet run -c Release --project bench/Finance.Ledger [lines] [runs]` measures; the other words are its own child processes, one a measure,
// so that each has its own peak of memory.
return args switch
{
    ["write", var lines, var file] => Comparison.Write(int.Parse(lines, System.Globalization.CultureInfo.InvariantCulture), file),
    ["measure", var what, var file] => Measures.Run(what, file),
    _ => await Comparison.RunAsync(args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000, args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5),
};
