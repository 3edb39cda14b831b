using System.Text;
using System.Text.Unicode;
using Ptce.Finance.Ledgers.Findings;

namespace Ptce.Finance.Ledgers.Reading;

/// <summary>
/// Finds out, block by block, in which of the allowed encodings a file is written. Amounts, dates and accounts are ASCII in all of them; labels wait as
/// bytes until the end of the file has been seen.
/// </summary>
internal sealed class Charset
{
    private readonly List<Finding> _seen = [];
    private bool _utf8 = true;
    private bool _sawUtf8;
    private bool _sawControls;
    private bool _sawNull;
    private int _line = 1;

    /// <summary>Sees whole records.</summary>
    public void See(ReadOnlySpan<byte> block, int part, bool first)
    {
        if (first)
            _line = 1;
        if (!_sawNull && block.IndexOf((byte)0) is >= 0 and var zero)
        {
            _sawNull = true;
            _seen.Add(new(FindingKind.FileBinary, part, _line + Ends(block[..zero]), null, null));
        }
        if (!Ascii.IsValid(block))
            SeeLetters(block, part);
        _line += Ends(block);
    }

    /// <summary>Tells what was found, and how labels are to be decoded.</summary>
    public Encoding Conclude(FindingList findings)
    {
        foreach (var finding in _seen.Where(finding => !_utf8 || finding.Kind is FindingKind.FileBinary))
            findings.Add(finding.Kind, finding.Part, finding.Line);
        if (_utf8)
            return Encoding.UTF8;
        if (_sawUtf8)
            findings.Add(FindingKind.EncodingMixed);
        return CodePagesEncodingProvider.Instance.GetEncoding(_sawControls ? 1252 : 28605)!;
    }

    private void SeeLetters(ReadOnlySpan<byte> block, int part)
    {
        if (Utf8.IsValid(block))
        {
            _sawUtf8 = true;
            return;
        }
        if (_utf8 && !_sawUtf8)
            _sawUtf8 = HoldsUtf8(block);
        _utf8 = false;
        // Bytes that ISO 8859-15 leaves to control characters, and Windows uses for typographic quotes and the euro.
        if (!_sawControls && block.IndexOfAnyInRange((byte)0x80, (byte)0x9F) is >= 0 and var mark)
        {
            _sawControls = true;
            _seen.Add(new(FindingKind.EncodingWindows1252, part, _line + Ends(block[..mark]), null, null));
        }
    }

    private static bool HoldsUtf8(ReadOnlySpan<byte> block)
    {
        foreach (var line in block.SplitAny((byte)'\n', (byte)'\r'))
        {
            if (!Ascii.IsValid(block[line]) && Utf8.IsValid(block[line]))
                return true;
        }
        return false;
    }

    private static int Ends(ReadOnlySpan<byte> bytes)
    {
        var feeds = bytes.Count((byte)'\n');
        return feeds > 0 ? feeds : bytes.Count((byte)'\r');
    }
}
