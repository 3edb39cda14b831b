using System.Text.RegularExpressions;

namespace Ptce.Architecture.Tests;

/// <summary>Only enforced rules are rules.</summary>
public sealed partial class SourceRuleTests
{
    [Fact]
    public void The_clock_is_always_a_TimeProvider() => AssertNone(Clock(), "src");

    [Fact]
    public void Nothing_is_left_for_later() => AssertNone(Later(), "src", "tests");

    [Fact]
    public void No_name_says_little()
    {
        var names = SourceTree.Files("src").Select(file => Path.GetFileNameWithoutExtension(file.Path));
        Assert.DoesNotContain(names, name => Vague().IsMatch(name));
    }

    [Fact]
    public void No_host_brings_a_settings_file_that_would_clash_when_composed()
    {
        var settings = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "appsettings*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/'));
        Assert.DoesNotContain(settings, path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTimeOffset.Now;")]
    public void The_clock_rule_sees_a_breach(string code) => Assert.Matches(Clock(), code);

    private static void AssertNone(Regex pattern, params string[] folders)
    {
        // This file names what it refuses.
        var found = folders.SelectMany(SourceTree.Files)
            .Where(file => !file.Path.EndsWith("SourceRuleTests.cs", StringComparison.Ordinal))
            .SelectMany(file => pattern.Matches(file.Text).Select(match => $"{file.Path}: {match.Value}"));
        Assert.Empty(found);
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|Skip *= *""|Thread\.Sleep|#pragma warning disable")]
    private static partial Regex Later();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utilities|Common|Misc|Base|Dto|Impl)$")]
    private static partial Regex Vague();
}
