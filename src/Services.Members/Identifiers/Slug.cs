namespace Ptce.Members.Identifiers;

/// <summary>Keys that people read and that stand for ever: PoleKey and member codes.</summary>
internal static class Slug
{
    public static Rule? CheckPoleKey(string text) => Holds(text, 2) ? null : IdentifierRules.PoleKeyForm;

    public static Rule? CheckMemberCode(string text) => Holds(text, 1) ? null : IdentifierRules.MemberCodeForm;

    private static bool Holds(string text, int least) =>
        text.Length >= least && text.Length <= 64 && text[0] != '-' && text[^1] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
