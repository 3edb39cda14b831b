using System.Buffers;
using System.Globalization;

namespace Ptce.Grid.Expressions;

/// <summary>Cuts an expression into tokens. A name after an operand is an operator (<c>and</c>, <c>or</c>, <c>div</c>, <c>mod</c>), as XPath says.</summary>
internal ref struct Lexer(string text)
{
    private static readonly SearchValues<char> NotInCode = SearchValues.Create("{}$ '\"");

    private readonly string text = text;
    private int at = 0;
    private bool afterOperand = false;

    public static List<Token> Cut(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        Token token;
        do
        {
            token = lexer.Next();
            tokens.Add(token);
            lexer.afterOperand = token.Kind is TokenKind.Number or TokenKind.Text or TokenKind.Reference or TokenKind.Name or TokenKind.Dot or TokenKind.DoubleDot or TokenKind.Close;
        }
        while (token.Kind is not TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        var column = at + 1;
        if (at == text.Length)
            return new Token(TokenKind.End, "", column);
        var c = text[at];
        return c switch
        {
            '\'' or '"' => Quoted(c),
            '$' => Reference(),
            '(' => One(TokenKind.Open),
            ')' => One(TokenKind.Close),
            ',' => One(TokenKind.Comma),
            '+' or '-' or '*' => One(TokenKind.Operator),
            '=' or '!' or '<' or '>' => Comparison(c),
            '&' when Peek(1) == '&' => throw SyntaxErrors.WrongOperator(column, "&&", "and"),
            '|' when Peek(1) == '|' => throw SyntaxErrors.WrongOperator(column, "||", "or"),
            '%' => throw SyntaxErrors.WrongOperator(column, "%", "mod"),
            '/' => throw (afterOperand ? SyntaxErrors.WrongOperator(column, "/", "div") : SyntaxErrors.Path(column)),
            '’' or '‘' or '“' or '”' or '«' or '»' => throw SyntaxErrors.CurlyQuote(column, c),
            '.' when char.IsAsciiDigit(Peek(1)) => Number(),
            '.' => Dots(),
            _ when char.IsAsciiDigit(c) => Number(),
            _ when char.IsLetter(c) || c == '_' => Name(),
            _ => throw SyntaxErrors.Character(column, c),
        };
    }

    private readonly char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private Token One(TokenKind kind) => new(kind, text[at].ToString(), ++at);

    private Token Quoted(char quote)
    {
        var start = at;
        var end = text.IndexOf(quote, at + 1);
        if (end < 0)
            throw SyntaxErrors.UnclosedText(start + 1);
        at = end + 1;
        return new Token(TokenKind.Text, text[(start + 1)..end], start + 1);
    }

    private Token Reference()
    {
        var start = at;
        var end = Peek(1) == '{' ? text.IndexOf('}', at) : -1;
        var name = end < 0 ? "" : text[(start + 2)..end].Trim();
        if (name.Length == 0 || name.AsSpan().ContainsAny(NotInCode))
            throw SyntaxErrors.UnclosedReference(start + 1);
        at = end + 1;
        return new Token(TokenKind.Reference, name, start + 1);
    }

    private Token Comparison(char c)
    {
        var column = at + 1;
        var next = Peek(1);
        if (c == '=' && next == '=')
            throw SyntaxErrors.WrongOperator(column, "==", "=");
        if (c == '<' && next == '>')
            throw SyntaxErrors.WrongOperator(column, "<>", "!=");
        if (c == '!' && next != '=')
            throw SyntaxErrors.WrongOperator(column, "!", "not(…)");
        var length = c != '=' && next == '=' ? 2 : 1;
        at += length;
        return new Token(TokenKind.Operator, text.Substring(column - 1, length), column);
    }

    private Token Dots()
    {
        var column = at + 1;
        if (Peek(1) == '.')
        {
            at += 2;
            if (at < text.Length && text[at] == '/')
                throw SyntaxErrors.Path(column);
            return new Token(TokenKind.DoubleDot, "..", column);
        }
        at++;
        if (at < text.Length && text[at] == '/')
            throw SyntaxErrors.Path(column);
        return new Token(TokenKind.Dot, ".", column);
    }

    private Token Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        var digits = text[start..at];
        if (digits.Count(c => c == '.') > 1)
            throw SyntaxErrors.Character(start + 1 + digits.LastIndexOf('.'), '.');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            throw SyntaxErrors.NumberTooLong(start + 1);
        return new Token(TokenKind.Number, digits, start + 1, number);
    }

    private Token Name()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' || (text[at] == ':' && char.IsLetter(Peek(1)))))
            at++;
        var name = text[start..at];
        if (afterOperand && name is "and" or "or" or "div" or "mod")
            return new Token(TokenKind.Operator, name, start + 1);
        return new Token(TokenKind.Name, name, start + 1);
    }
}
