using Ptce.Demonstration;
using Ptce.Demonstration.Loading;

if (CommandLine.Read(args, Environment.GetEnvironmentVariable) is not { } options)
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
using var loader = new DemonstrationLoader(options, Console.WriteLine);
try
{
    var outcome = await loader.LoadAsync(stop.Token);
    Console.WriteLine($"{outcome.Dossiers.Count} dossiers signés ; {outcome.Interrupted.Values.Sum()} requêtes interrompues et renvoyées.");
    Console.WriteLine(SignInNotice.Of(options.Url, loader.People));
    return 0;
}
catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TimeoutException or OperationCanceledException or ApiRefusedException)
{
    Console.Error.WriteLine($"Chargement interrompu, à relancer : {e.Message}");
    return 1;
}
