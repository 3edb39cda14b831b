namespace Ptce.Members.Identifiers;

internal static class Digits
{
    /// <summary>Without the spaces and dots that people put between groups of digits.</summary>
    public static string Compact(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '\u202F' or '\u00A0')));

    public static bool Only(string text) => text.All(char.IsAsciiDigit);
}
