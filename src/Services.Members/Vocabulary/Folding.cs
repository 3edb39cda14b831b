using System.Globalization;
using System.Text;

namespace Ptce.Members.Vocabulary;

/// <summary>Spelling put aside (accents, case, punctuation), so that "L'Île-Saint-Denis" is found by "ile saint denis".</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsLetterOrDigit(c))
            {
                gap = folded.Length > 0;
                continue;
            }
            if (gap)
                folded.Append(' ');
            gap = false;
            _ = c switch
            {
                'œ' or 'Œ' => folded.Append("oe"),
                'æ' or 'Æ' => folded.Append("ae"),
                _ => folded.Append(char.ToLowerInvariant(c)),
            };
        }
        return folded.ToString();
    }
}
