using System.IO.Compression;
using System.Text;

namespace Ptce.Survey.EvidenceFiles;

/// <summary>Tells what a file is by its content. A name or a header says what somebody would like it to be.</summary>
internal static class MediaTypes
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    private static readonly (byte[] Magic, string Type)[] ByMagic =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ];

    private static readonly (string Entry, string Type)[] ByEntry =
    [
        ("word/document.xml", OpenXml + "wordprocessingml.document"),
        ("xl/workbook.xml", OpenXml + "spreadsheetml.sheet"),
        ("ppt/presentation.xml", OpenXml + "presentationml.presentation"),
    ];

    /// <summary>The media type, or null when the content is of no accepted type.</summary>
    public static string? Of(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[16];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        foreach (var (magic, type) in ByMagic)
        {
            if (head.StartsWith(magic))
                return type;
        }
        file.Position = 0;
        return head.StartsWith("PK\u0003\u0004"u8) ? OfPackage(file) : IsText(file) ? "text/plain" : null;
    }

    // Entries are listed, never unpacked: a zip bomb stays folded. The one entry that is read is cut off.
    private static string? OfPackage(Stream file)
    {
        try
        {
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return null;
            if (package.GetEntry("mimetype") is { Length: < 200 } declared)
            {
                using var reader = new StreamReader(declared.Open(), Encoding.ASCII);
                var type = reader.ReadToEnd().Trim();
                return type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) && type.Length < 100 ? type : null;
            }
            return ByEntry.FirstOrDefault(known => package.GetEntry(known.Entry) is not null).Type;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // UTF-8 without control characters; HTML and SVG are text too and are served as plain text that no browser renders.
    private static bool IsText(Stream file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        var buffer = new char[8192];
        try
        {
            for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
            {
                foreach (var c in buffer.AsSpan(0, read))
                {
                    if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'))
                        return false;
                }
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
