using System.IO.Compression;
using System.Text;
using Ptce.Finance.Ledgers.Reading;

namespace Ptce.Finance.Ledgers.Storage;

/// <summary>A posting as it is kept: enough to find the entry in the books, no label, no third party.</summary>
internal sealed record StoredPosting(int Part, int Line, string Journal, string Number, int Date, string Account, long Cents, short Mapped, short BasisPoints);

/// <summary>Writes and reads chunks of postings: compressed, each with its own tables, so that one is read without the others.</summary>
internal static class ChunkFormat
{
    public const int Postings = 16_384;

    private const byte Version = 1;

    public static byte[] Write(Ledger ledger, int from, int to)
    {
        using var bytes = new MemoryStream();
        using (var packed = new ZLibStream(bytes, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(packed, Encoding.UTF8))
        {
            writer.Write(Version);
            writer.Write7BitEncodedInt(to - from);
            var accounts = new Dictionary<int, int>();
            var journals = new Dictionary<int, int>();
            var entry = -1;
            for (var i = from; i < to; i++)
            {
                ref var posting = ref ledger.Postings[i];
                WriteName(writer, accounts, posting.Account, id => ledger.Accounts[id].Number);
                WriteName(writer, journals, ledger.EntryNumbers.Journal(posting.Entry), id => ledger.Journals[id].Code);
                writer.Write(posting.Entry == entry ? "" : "\u0001" + ledger.NumberOf(posting.Entry));
                entry = posting.Entry;
                writer.Write7BitEncodedInt(posting.Part);
                writer.Write7BitEncodedInt(posting.Line);
                writer.Write7BitEncodedInt(posting.Date);
                writer.Write7BitEncodedInt64(posting.Cents);
                writer.Write(posting.Mapped);
                writer.Write(posting.BasisPoints);
            }
        }
        return bytes.ToArray();
    }

    public static IEnumerable<StoredPosting> Read(byte[] chunk)
    {
        using var packed = new ZLibStream(new MemoryStream(chunk), CompressionMode.Decompress);
        using var reader = new BinaryReader(packed, Encoding.UTF8);
        if (reader.ReadByte() is var version && version != Version)
            throw new InvalidDataException($"A chunk of version {version} cannot be read.");
        var accounts = new List<string>();
        var journals = new List<string>();
        var number = "";
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var account = ReadName(reader, accounts);
            var journal = ReadName(reader, journals);
            var text = reader.ReadString();
            number = text.Length > 0 ? text[1..] : number;
            var (part, line, date) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            yield return new StoredPosting(part, line, journal, number, date, account, reader.Read7BitEncodedInt64(), reader.ReadInt16(), reader.ReadInt16());
        }
    }

    // A name is written where it first occurs, and by its place afterwards.
    private static void WriteName(BinaryWriter writer, Dictionary<int, int> known, int id, Func<int, string> name)
    {
        if (known.TryGetValue(id, out var place))
        {
            writer.Write7BitEncodedInt(place);
            return;
        }
        writer.Write7BitEncodedInt(known.Count);
        known.Add(id, known.Count);
        writer.Write(name(id));
    }

    private static string ReadName(BinaryReader reader, List<string> known)
    {
        var place = reader.Read7BitEncodedInt();
        if (place == known.Count)
            known.Add(reader.ReadString());
        return known[place];
    }
}
