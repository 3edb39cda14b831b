namespace Ptce.Grid.Expressions;

/// <summary>A place where an expression names an item.</summary>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column of <c>$</c>, from 1.</param>
public readonly record struct ExpressionReference(string Item, int Column);

/// <summary>An expression that was read, or the reason why it could not be.</summary>
/// <param name="Expression">The expression; null when there is an error.</param>
/// <param name="Error">The error; null when there is an expression.</param>
public readonly record struct ParsedExpression(Expression? Expression, ExpressionError? Error);

/// <summary>
/// An expression over the answers of a section (expression), in the subset of XPath that XLSForm uses. Read once, evaluated any
/// number of times from any thread; the same on the server and in the browser.
/// </summary>
public sealed class Expression
{
    /// <summary>Greatest number of characters of an expression.</summary>
    public const int MaximumLength = 4000;

    // A chain of operators nests as deep as it is long: this keeps evaluation far from the end of the stack, in the browser too.
    private const int MaximumTokens = 1000;

    private readonly Node root;

    private Expression(string text, Node root, IReadOnlyList<ExpressionReference> references, bool usesCurrent)
    {
        Text = text;
        this.root = root;
        References = references;
        UsesCurrent = usesCurrent;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>The items that it names, in the order in which they stand.</summary>
    public IReadOnlyList<ExpressionReference> References { get; }

    /// <summary>True when it looks at the answer at hand, <c>.</c>.</summary>
    public bool UsesCurrent { get; }

    /// <summary>Names of the functions that expressions may call.</summary>
    public static IReadOnlyCollection<string> Functions => FunctionLibrary.All.Keys;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression, e.g. <c>${G1} = 'delegated'</c>.</param>
    /// <param name="allowAttributes">True in a choice filter, where a bare name is a column of the choice.</param>
    public static ParsedExpression Parse(string text, bool allowAttributes = false)
    {
        try
        {
            if (text.Length > MaximumLength)
                throw SyntaxErrors.TooLong(MaximumLength);
            var tokens = Lexer.Cut(text);
            if (tokens.Count > MaximumTokens)
                throw SyntaxErrors.TooDeep(tokens[MaximumTokens].Column);
            var parser = new Parser(tokens, allowAttributes);
            var root = parser.ParseAll();
            return new ParsedExpression(new Expression(text, root, parser.References, parser.UsesCurrent), null);
        }
        catch (SyntaxException exception)
        {
            return new ParsedExpression(null, exception.Error);
        }
    }

    /// <summary>Evaluates the expression. Never throws: what cannot be computed is empty.</summary>
    /// <param name="scope">What it sees.</param>
    public ExpressionValue Evaluate(ExpressionScope scope) => root.Evaluate(scope);

    /// <summary>Evaluates the expression as a condition.</summary>
    /// <param name="scope">What it sees.</param>
    public bool Holds(ExpressionScope scope) => root.Evaluate(scope).AsBoolean();

    /// <inheritdoc/>
    public override string ToString() => Text;
}
