using System.Globalization;
using System.Text;

namespace Ptce.Finance.Ledgers.Mapping;

/// <summary>Labels in capitals without accents, words apart by one blank, so that words can be looked for.</summary>
internal static class PlainText
{
    /// <summary>The plain form, with a blank at both ends.</summary>
    public static string Of(string label)
    {
        var plain = new StringBuilder(" ", label.Length + 2);
        foreach (var c in label.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToUpperInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && plain[^1] != ' ')
                plain.Append(' ');
        }
        if (plain[^1] != ' ')
            plain.Append(' ');
        return plain.ToString();
    }

    public static bool HasWords(string plain, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            var at = plain.IndexOf(word, StringComparison.Ordinal);
            while (at > 0)
            {
                if (plain[at - 1] == ' ' && plain[at + word.Length] == ' ')
                    return true;
                at = plain.IndexOf(word, at + 1, StringComparison.Ordinal);
            }
        }
        return false;
    }
}
