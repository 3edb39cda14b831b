namespace Ptce.Standalone;

/// <summary>What the command line of the one-process host says; everything else is configuration.</summary>
/// <param name="Data">Folder of the databases, keys and documents.</param>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Rest">Arguments that are configuration (<c>--Section:Key value</c>) or a verb.</param>
internal sealed record StandaloneOptions(string Data, string Urls, string[] Rest)
{
    /// <summary>Reads <c>--data DIR</c> and <c>--urls URLS</c>.</summary>
    /// <param name="args">Command line.</param>
    /// <param name="environment">Environment variables.</param>
    public static StandaloneOptions Read(string[] args, Func<string, string?> environment)
    {
        string? data = null, urls = null;
        List<string> rest = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--data" && i + 1 < args.Length)
                data = args[++i];
            else if (args[i] == "--urls" && i + 1 < args.Length)
                urls = args[++i];
            else
                rest.Add(args[i]);
        }
        return new(Path.GetFullPath(data ?? environment("Data__Folder") ?? "data"), urls ?? environment("ASPNETCORE_URLS") ?? "http://localhost:8080", [.. rest]);
    }

    /// <summary>The address by which people on this machine reach it: the issuer of its tokens unless one is configured.</summary>
    public Uri PublicUrl
    {
        get
        {
            var first = Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
            foreach (var anywhere in (string[])["://*", "://+", "://0.0.0.0", "://[::]"])
                first = first.Replace(anywhere, "://localhost", StringComparison.Ordinal);
            return new Uri(first.TrimEnd('/') + "/");
        }
    }

    /// <summary>Defaults of this host, weaker than any file, variable or argument.</summary>
    public Dictionary<string, string?> Defaults() => new()
    {
        ["Data:Folder"] = Data,
        ["Database:MigrateAtStart"] = "true",
        ["Identity:Issuer"] = PublicUrl.ToString(),
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        ["Logging:LogLevel:Ptce"] = "Information",
        // Known and meant: keys lie in a folder of this user alone; forms are never cached; small graphs are read in one query.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "Error",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Query"] = "Error",
    };
}
