using System.Xml.Linq;

namespace Ptce.Architecture.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Services { get; } = ["Services.Members", "Services.Survey", "Services.Finance", "Services.Reporting", "Services.Identity"];

    /// <summary>C# and Razor files of a folder under the root, without build output and migrations.</summary>
    public static IEnumerable<SourceFile> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    /// <summary>Project references of a project, by name.</summary>
    public static IReadOnlyList<string> References(string project) =>
        ProjectReferences(XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj")));

    public static IReadOnlyList<string> ProjectReferences(XDocument project) =>
        [.. project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ptce.slnf")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("ptce.slnf is in no folder above the tests.");
        return folder.FullName;
    }
}

internal sealed record SourceFile(string Path, string Text);
