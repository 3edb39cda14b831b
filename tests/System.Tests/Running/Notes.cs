using Xunit.Abstractions;

namespace Ptce.System.Tests.Running;

/// <summary>What a run has to tell beside passing: into the test's output, and into <c>artifacts/notes.txt</c>, which <c>test.sh</c> prints.</summary>
internal static class Notes
{
    private static readonly Lock One = new();

    public static void Tell(this ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        lock (One)
        {
            Directory.CreateDirectory(Path.Combine(Assemblies.Root, "artifacts"));
            File.AppendAllText(Path.Combine(Assemblies.Root, "artifacts", "notes.txt"), line + Environment.NewLine);
        }
    }
}
