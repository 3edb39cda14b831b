namespace Ptce.Grid.Expressions;

/// <summary>
/// Reads the tokens of an expression, one method a level of precedence: or, and, equality, size, sum, product, sign.
/// <paramref name="allowAttributes"/>: a bare name is a column of the choice at hand (choice filters).
/// </summary>
internal sealed class Parser(List<Token> tokens, bool allowAttributes)
{
    private const int MaximumDepth = 64;
    private int at;
    private int depth;

    public List<ExpressionReference> References { get; } = [];

    public bool UsesCurrent { get; private set; }

    public Node ParseAll()
    {
        var node = Or();
        return Current.Kind is TokenKind.End ? node : throw SyntaxErrors.Unexpected(Current);
    }

    private Token Current => tokens[at];

    private Token Take() => tokens[at++];

    private bool TakeOperator(string text, out Token token)
    {
        token = Current;
        if (!token.Is(TokenKind.Operator, text))
            return false;
        at++;
        return true;
    }

    private Node Or()
    {
        if (++depth > MaximumDepth)
            throw SyntaxErrors.TooDeep(Current.Column);
        var node = And();
        while (TakeOperator("or", out var token))
            node = new OrNode(node, And(), token.Column);
        depth--;
        return node;
    }

    private Node And()
    {
        var node = Equality();
        while (TakeOperator("and", out var token))
            node = new AndNode(node, Equality(), token.Column);
        return node;
    }

    private Node Equality()
    {
        var node = Size();
        while (Current is { Kind: TokenKind.Operator, Text: "=" or "!=" })
        {
            var token = Take();
            node = new CompareNode(token.Text == "=" ? Comparison.Equal : Comparison.NotEqual, node, Size(), token.Column);
        }
        return node;
    }

    private Node Size()
    {
        var node = Sum();
        while (Current is { Kind: TokenKind.Operator, Text: "<" or "<=" or ">" or ">=" })
        {
            var token = Take();
            var comparison = token.Text switch
            {
                "<" => Comparison.Less,
                "<=" => Comparison.LessOrEqual,
                ">" => Comparison.Greater,
                _ => Comparison.GreaterOrEqual,
            };
            node = new CompareNode(comparison, node, Sum(), token.Column);
        }
        return node;
    }

    private Node Sum()
    {
        var node = Product();
        while (Current is { Kind: TokenKind.Operator, Text: "+" or "-" })
        {
            var token = Take();
            node = new ArithmeticNode(token.Text == "+" ? Arithmetic.Add : Arithmetic.Subtract, node, Product(), token.Column);
        }
        return node;
    }

    private Node Product()
    {
        var node = Sign();
        while (Current is { Kind: TokenKind.Operator, Text: "*" or "div" or "mod" })
        {
            var token = Take();
            Func<decimal, decimal, decimal?> operation = token.Text switch
            {
                "*" => Arithmetic.Multiply,
                "div" => Arithmetic.Divide,
                _ => Arithmetic.Remainder,
            };
            node = new ArithmeticNode(operation, node, Sign(), token.Column);
        }
        return node;
    }

    // Two signs cancel, yet what they stand before has become a number.
    private Node Sign()
    {
        var column = Current.Column;
        var signs = 0;
        while (TakeOperator("-", out _))
            signs++;
        var node = Primary();
        if (signs > 0)
            node = new NegateNode(node, column);
        return signs > 0 && signs % 2 == 0 ? new NegateNode(node, column) : node;
    }

    private Node Primary()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralNode(ExpressionValue.Of(token.Number), token.Column);
            case TokenKind.Text:
                return new LiteralNode(ExpressionValue.Of(token.Text), token.Column);
            case TokenKind.Reference:
                References.Add(new ExpressionReference(token.Text, token.Column));
                return new ReferenceNode(token.Text, token.Column);
            case TokenKind.Dot:
                UsesCurrent = true;
                return new CurrentNode(token.Column);
            case TokenKind.Name when Current.Kind is TokenKind.Open:
                return Call(token);
            case TokenKind.Name when allowAttributes:
                return new AttributeNode(token.Text, token.Column);
            case TokenKind.Name:
                throw SyntaxErrors.BareName(token);
            case TokenKind.Open:
                var inner = Or();
                Close();
                return inner;
            default:
                throw SyntaxErrors.Unexpected(token);
        }
    }

    private void Close()
    {
        var token = Take();
        if (token.Kind is not TokenKind.Close)
            throw SyntaxErrors.Unexpected(token);
    }

    private CallNode Call(Token name)
    {
        if (FunctionLibrary.NotDeterministic.Contains(name.Text))
            throw SyntaxErrors.NotDeterministic(name);
        if (!FunctionLibrary.All.TryGetValue(name.Text, out var function))
            throw SyntaxErrors.UnknownFunction(name, FunctionLibrary.Near(name.Text));
        var arguments = Arguments(function);
        if (arguments.Count < function.Least || arguments.Count > function.Most)
            throw SyntaxErrors.Arguments(name, function.Arity);
        return new CallNode(WithPattern(function, arguments), [.. arguments], name.Column);
    }

    private List<Node> Arguments(Function function)
    {
        at++;
        var arguments = new List<Node>();
        if (Current.Kind is not TokenKind.Close)
        {
            arguments.Add(Argument(function));
            while (Current.Kind is TokenKind.Comma)
            {
                at++;
                arguments.Add(Argument(function));
            }
        }
        Close();
        return arguments;
    }

    private Node Argument(Function function)
    {
        if (function.Name == "position" && Current.Kind is TokenKind.DoubleDot)
            return new RowNode(Take().Column);
        return Or();
    }

    private static Function WithPattern(Function function, List<Node> arguments)
    {
        if (function.Name != "regex" || arguments[1] is not LiteralNode literal)
            return function;
        try
        {
            return TextFunctions.WithPattern(TextFunctions.Compile(literal.Value.AsText()));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw SyntaxErrors.Pattern(literal.Column, exception.Message);
        }
    }
}
