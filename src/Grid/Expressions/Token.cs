namespace Ptce.Grid.Expressions;

internal enum TokenKind
{
    Number,
    Text,
    Reference,
    Name,
    Operator,
    Dot,
    DoubleDot,
    Open,
    Close,
    Comma,
    End,
}

/// <summary>A piece of an expression; <paramref name="Column"/> counts from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Column, decimal Number = 0)
{
    public bool Is(TokenKind kind, string text) => Kind == kind && Text == text;
}
