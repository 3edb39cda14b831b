using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ptce.Identity.Passwords;

/// <summary>Where the list of breached passwords lies. Configuration section <c>Identity:Passwords</c>.</summary>
public sealed class BreachedPasswords
{
    /// <summary>
    /// File of SHA-1 digests in upper-case hexadecimal, one a line, sorted, optionally followed by <c>:count</c>: the form in which
    /// "Pwned Passwords" is offered for download. Searched on disk, never loaded, never sent anywhere. Without it the built-in list stands alone.
    /// </summary>
    public string? BreachedList { get; set; }
}

/// <summary>Passwords that attackers try first: a built-in list of common phrases, and a breached list on disk when one is configured.</summary>
internal sealed class KnownPasswords
{
    private const int LongestLine = 64;
    private readonly HashSet<string> common;
    private readonly string? breachedList;

    public KnownPasswords(IOptions<BreachedPasswords> options)
    {
        breachedList = options.Value.BreachedList;
        if (breachedList is not null && !File.Exists(breachedList))
            throw new InvalidOperationException($"Identity:Passwords:BreachedList points to {breachedList}, which does not exist.");
        using var stream = typeof(KnownPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        common = new(reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }

    public bool Contains(string password)
    {
        var plain = new string([.. password.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return common.Contains(plain) || common.Contains(plain.TrimEnd("0123456789".ToCharArray())) || IsBreached(password);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The published lists are keyed by SHA-1.")]
    private bool IsBreached(string password)
    {
        if (breachedList is null)
            return false;
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
        using var file = new FileStream(breachedList, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.RandomAccess);
        long low = 0, high = file.Length;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var (start, line) = LineAround(file, middle);
            var order = string.CompareOrdinal(wanted, 0, line, 0, 40);
            if (order == 0 && line.Length >= 40)
                return true;
            if (order < 0)
                high = start;
            else
                low = start + line.Length + 1;
        }
        return false;
    }

    private static (long Start, string Line) LineAround(FileStream file, long position)
    {
        Span<byte> bytes = stackalloc byte[LongestLine * 2];
        var from = Math.Max(0, position - LongestLine);
        file.Position = from;
        var read = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        var offset = (int)(position - from);
        var start = read[..offset].LastIndexOf((byte)'\n') + 1;
        var end = read[start..].IndexOf((byte)'\n');
        var line = end < 0 ? read[start..] : read.Slice(start, end);
        return (from + start, Encoding.ASCII.GetString(line));
    }
}
