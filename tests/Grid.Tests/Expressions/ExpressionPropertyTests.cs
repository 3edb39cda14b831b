using System.Globalization;
using CsCheck;
using Ptce.Grid.Expressions;

namespace Ptce.Grid.Tests.Expressions;

/// <summary>The engine against an independent evaluator over generated trees, and against any text at all.</summary>
public sealed class ExpressionPropertyTests
{
    private abstract record Tree
    {
        public sealed record Number(decimal Value) : Tree;

        public sealed record Item(string Code) : Tree;

        public sealed record Binary(string Operator, Tree Left, Tree Right) : Tree;

        public sealed record Negative(Tree Operand) : Tree;
    }

    private static readonly Dictionary<string, decimal?> Answers = new() { ["a"] = 2.5m, ["b"] = -4m, ["c"] = 0m, ["G1.x"] = null };

    private static readonly TestScope Scope = Answers.Aggregate(new TestScope(), (scope, answer) => scope.With(answer.Key, ExpressionValue.Of(answer.Value)));

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static readonly Gen<Tree> Leaf = Gen.OneOf(
        Gen.Int[0, 9999].Select(number => (Tree)new Tree.Number(number / 100m)),
        Any("a", "b", "c", "G1.x").Select(code => (Tree)new Tree.Item(code)));

    private static Gen<Tree> Trees(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (1, Leaf),
        (1, Trees(depth - 1).Select(operand => (Tree)new Tree.Negative(operand))),
        (5, Gen.Select(Any("+", "-", "*", "div", "mod", "=", "!=", "<", "<=", ">", ">=", "and", "or"), Trees(depth - 1), Trees(depth - 1))
            .Select((op, left, right) => (Tree)new Tree.Binary(op, left, right))));

    [Fact]
    public void A_written_tree_gives_what_the_tree_gives() =>
        Trees(5).Sample(tree =>
        {
            var text = Write(tree, 0);
            var (expression, error) = Expression.Parse(text);
            if (error?.Code is "grid.expression.too-deep")
                return;
            Assert.True(error is null, $"{text}: {error?.Message.En}");
            var expected = Oracle(tree);
            var actual = expression!.Evaluate(Scope);
            Assert.True(expected == actual.AsNumber(), $"{text} = {actual.AsText()}, expected {expected}");
        }, iter: 5000);

    [Fact]
    public void No_text_makes_the_parser_or_the_evaluation_throw() =>
        Gen.OneOf(Gen.String, Any("${a}", "count(", ")", "'", "\"", " and ", ".", "..", "regex(", ",", "[", "1.", "-", "${", "if(", "today()", "=", "div ", "pow(9,99)").Array[0, 30].Select(string.Concat))
            .Sample(text =>
            {
                var (expression, error) = Expression.Parse(text, allowAttributes: true);
                Assert.NotEqual(expression is null, error is null);
                if (error is not null)
                    Assert.InRange(error.Column, 1, text.Length + 1);
                _ = expression?.Evaluate(Scope).ToString();
            }, iter: 20000);

    [Fact]
    public void Not_of_and_is_or_of_nots() =>
        Gen.Select(Trees(3), Trees(3)).Sample((left, right) =>
        {
            var (a, b) = (Write(left, 0), Write(right, 0));
            var one = Expression.Parse($"not(({a}) and ({b}))").Expression;
            var other = Expression.Parse($"not({a}) or not({b})").Expression;
            if (one is not null && other is not null)
                Assert.Equal(one.Holds(Scope), other.Holds(Scope));
        }, iter: 2000);

    [Fact]
    public void A_sum_over_rows_is_exact_and_leaves_out_what_is_empty() =>
        Gen.Int[-100000, 100000].Select(Gen.Int[0, 4], (cent, known) => known == 0 ? (int?)null : cent).Array[0, 40].Sample(cents =>
        {
            var scope = new TestScope().With("t.x", ExpressionValue.Of([.. cents.Select(cent => ExpressionValue.Of(cent / 100m))]));
            Assert.Equal(cents.Sum(cent => cent ?? 0) / 100m, Expression.Parse("sum(${t.x})").Expression!.Evaluate(scope).AsNumber());
            Assert.Equal(cents.Count(cent => cent is not null), Expression.Parse("count-non-empty(${t.x})").Expression!.Evaluate(scope).AsNumber());
        });

    // Precedence from weakest: or 1, and 2, equality 3, size 4, sum 5, product 6, sign 7.
    private static int Strength(string op) => op switch
    {
        "or" => 1,
        "and" => 2,
        "=" or "!=" => 3,
        "<" or "<=" or ">" or ">=" => 4,
        "+" or "-" => 5,
        _ => 6,
    };

    private static string Write(Tree tree, int around) => tree switch
    {
        Tree.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Tree.Item item => $"${{{item.Code}}}",
        Tree.Negative negative => $"-{Write(negative.Operand, 7)}",
        Tree.Binary binary when Strength(binary.Operator) < around => $"({Write(binary, 0)})",
        Tree.Binary binary => $"{Write(binary.Left, Strength(binary.Operator))} {binary.Operator} {Write(binary.Right, Strength(binary.Operator) + 1)}",
        _ => throw new InvalidOperationException(),
    };

    private static decimal? Oracle(Tree tree)
    {
        if (tree is Tree.Number number)
            return number.Value;
        if (tree is Tree.Item item)
            return Answers[item.Code];
        if (tree is Tree.Negative negative)
            return -Oracle(negative.Operand);
        var (op, left, right) = (Tree.Binary)tree;
        var (a, b) = (Oracle(left), Oracle(right));
        switch (op)
        {
            case "and":
                return Flag(Holds(a) && Holds(b));
            case "or":
                return Flag(Holds(a) || Holds(b));
            // A condition makes both sides conditions; two empty answers are the same empty text; else what is not known equals nothing.
            case "=":
                return Flag(IsCondition(left) || IsCondition(right) ? Holds(a) == Holds(b) : a == b);
            case "!=":
                return Flag(IsCondition(left) || IsCondition(right) ? Holds(a) != Holds(b) : a != b);
        }
        if (a is not { } x || b is not { } y)
            return op is "<" or "<=" or ">" or ">=" ? 0 : null;
        try
        {
            return op switch
            {
                "+" => x + y,
                "-" => x - y,
                "*" => x * y,
                "div" => y == 0 ? null : x / y,
                "mod" => y == 0 ? null : x % y,
                "<" => Flag(x < y),
                "<=" => Flag(x <= y),
                ">" => Flag(x > y),
                _ => Flag(x >= y),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Flag(bool flag) => flag ? 1 : 0;

    private static bool Holds(decimal? value) => value is not (null or 0);

    private static bool IsCondition(Tree tree) => tree is Tree.Binary binary && Strength(binary.Operator) <= 4;
}
