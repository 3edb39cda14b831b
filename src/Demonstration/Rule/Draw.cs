using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Demonstration.Rule;

/// <summary>
/// A draw that everybody can repeat: the first eight bytes of SHA-256 over a path of words such as
/// <c>ptce-2015/first-circle/size/phares</c>. The same path gives the same number on every machine and in every language, and no
/// draw depends on the order of the others.
/// </summary>
internal readonly struct Draw
{
    private const string Seed = "ptce-2015";

    private readonly string path;

    private Draw(string path) => this.path = path;

    public static Draw Of(params ReadOnlySpan<string> words) => new($"{Seed}/{string.Join('/', words!)}");

    /// <summary>A draw below this one.</summary>
    public Draw And(object word) => new(FormattableString.Invariant($"{path}/{word}"));

    /// <summary>The drawn number itself: 0 to 2^64 − 1.</summary>
    public ulong Number => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(path)));

    /// <summary>A whole number between two bounds, both included.</summary>
    public int Between(int low, int high) => low + (int)(Number % (ulong)(high - low + 1));

    /// <summary>One of several things.</summary>
    public T OneOf<T>(IReadOnlyList<T> things) => things[(int)(Number % (ulong)things.Count)];

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Percent(int cases) => Between(1, 100) <= cases;

    /// <summary>Things in a drawn order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> things, Func<T, string> key)
    {
        var draw = this;
        return [.. things.OrderBy(t => draw.And(key(t)).Number)];
    }

    /// <summary>A UUID (version 8, RFC 9562) made of the draw: the id that a client gives to what it creates.</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(path), bytes);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }

    public override string ToString() => path;
}
