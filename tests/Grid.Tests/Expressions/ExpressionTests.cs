using Ptce.Grid.Expressions;

namespace Ptce.Grid.Tests.Expressions;

public sealed class ExpressionTests
{
    private static readonly TestScope Scope = new TestScope()
        .With("n", ExpressionValue.Of(3.5m))
        .With("zero", ExpressionValue.Of(0m))
        .With("stage", ExpressionValue.Of("some-members"))
        .With("several", ExpressionValue.Of("fee charter shares"))
        .With("yes", ExpressionValue.Of(true))
        .With("no", ExpressionValue.Of(false))
        .With("start", ExpressionValue.Of(new DateOnly(2015, 1, 31)))
        .With("text", ExpressionValue.Of("Pôle Sud"))
        .With("digits", ExpressionValue.Of("12"))
        .With("G4.seats", ExpressionValue.Of([ExpressionValue.Of(4m), ExpressionValue.Empty, ExpressionValue.Of(6m)]))
        .With("C1.2.fte", ExpressionValue.Of(1.25m))
        .At(ExpressionValue.Of(40m));

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 2 - 3", "5")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("7 div 2", "3.5")]
    [InlineData("7 mod 3", "1")]
    [InlineData("-7 mod 3", "-1")]
    [InlineData("--2", "2")]
    [InlineData("- -2 - -3", "5")]
    [InlineData("1 div 0", "")]
    [InlineData("5 mod 0", "")]
    [InlineData("79228162514264337593543950335 * 10", "")]
    [InlineData("${n}-1", "2.5")]
    [InlineData("${missing} + 1", "")]
    [InlineData("${C1.2.fte} * 4", "5")]
    [InlineData("${digits} + 1", "13")]
    [InlineData("'abc' + 1", "")]
    [InlineData(".5 + 1", "1.5")]
    [InlineData("true() + 1", "2")]
    public void Arithmetic_is_decimal_and_what_is_not_known_stays_so(string expression, string expected) =>
        Assert.Equal(expected, Evaluate(expression).AsText());

    [Theory]
    [InlineData("${n} > 3 and ${n} < 4", true)]
    [InlineData("${zero} = 0", true)]
    [InlineData("${missing} = 0", false)]
    [InlineData("${missing} != 0", true)]
    [InlineData("${missing} = ''", true)]
    [InlineData("${missing} != ''", false)]
    [InlineData("${missing} < 1", false)]
    [InlineData("${zero} = ''", false)]
    [InlineData("${zero} != ''", true)]
    [InlineData("${stage} = 'some-members'", true)]
    [InlineData("${stage} != 'none'", true)]
    [InlineData("${digits} = 12", true)]
    [InlineData("${digits} = '12.0'", false)]
    [InlineData("${yes} = 'true'", true)]
    [InlineData("${no} = 'false'", true)]
    [InlineData("${no} = 'true'", false)]
    [InlineData("${yes} and not(${no})", true)]
    [InlineData("${missing} or false()", false)]
    [InlineData("1 = 1 = 1", true)]
    [InlineData("3 > 2 > 1", false)]
    [InlineData("${start} < today()", true)]
    [InlineData("${start} <= '2015-01-31'", true)]
    [InlineData("'2015-01-31' >= ${start}", true)]
    [InlineData("${start} = date('2015-01-31')", true)]
    [InlineData(". > 25 and . <= 40", true)]
    [InlineData("${G4.seats} = 6", true)]
    [InlineData("${G4.seats} = 5", false)]
    [InlineData("${G4.seats} > 5", true)]
    public void Comparisons_follow_XPath_where_an_empty_answer_equals_no_number(string expression, bool expected) =>
        Assert.Equal(expected, Evaluate(expression).AsBoolean());

    [Theory]
    [InlineData("if(${n} > 3, 'big', 'small')", "big")]
    [InlineData("if(${missing}, 1, 2)", "2")]
    [InlineData("coalesce(${missing}, '', ${n})", "3.5")]
    [InlineData("selected(${several}, 'charter')", "true")]
    [InlineData("selected(${several}, 'chart')", "false")]
    [InlineData("selected(${missing}, '')", "false")]
    [InlineData("selected-at(${several}, 1)", "charter")]
    [InlineData("selected-at(${several}, 3)", "")]
    [InlineData("count-selected(${several})", "3")]
    [InlineData("count-selected(${missing})", "0")]
    [InlineData("count(${G4.seats})", "3")]
    [InlineData("count-non-empty(${G4.seats})", "2")]
    [InlineData("sum(${G4.seats})", "10")]
    [InlineData("sum(${missing})", "0")]
    [InlineData("max(${G4.seats})", "6")]
    [InlineData("min(3, ${n}, 8)", "3")]
    [InlineData("min(${missing})", "")]
    [InlineData("join(', ', ${G4.seats})", "4, 6")]
    [InlineData("position(..)", "2")]
    [InlineData("indexed-repeat(${G4.seats}, ${G4}, 3)", "6")]
    [InlineData("indexed-repeat(${G4.seats}, ${G4}, 4)", "")]
    [InlineData("string-length(${text})", "8")]
    [InlineData("string-length(${missing})", "0")]
    [InlineData("concat(${text}, '-', ${n})", "Pôle Sud-3.5")]
    [InlineData("contains(${text}, 'Sud')", "true")]
    [InlineData("starts-with(${text}, 'Sud')", "false")]
    [InlineData("ends-with(${text}, 'Sud')", "true")]
    [InlineData("substring-before('a/b', '/')", "a")]
    [InlineData("substring-after('a/b', '/')", "b")]
    [InlineData("substr('hello', 1, 3)", "el")]
    [InlineData("substr('hello', -2)", "lo")]
    [InlineData("translate('bar', 'abc', 'AB')", "BAr")]
    [InlineData("normalize-space('  a   b ')", "a b")]
    [InlineData("upper-case('é')", "É")]
    [InlineData("round(2.5)", "3")]
    [InlineData("round(-2.5)", "-3")]
    [InlineData("round(1.005, 2)", "1.01")]
    [InlineData("round(1234, -2)", "1200")]
    [InlineData("int(-3.7)", "-3")]
    [InlineData("floor(-3.2)", "-4")]
    [InlineData("ceiling(3.2)", "4")]
    [InlineData("abs(-2)", "2")]
    [InlineData("pow(2, 10)", "1024")]
    [InlineData("pow(2, -1)", "0.5")]
    [InlineData("pow(10, 99)", "")]
    [InlineData("number('12.50')", "12.5")]
    [InlineData("number('12,5')", "")]
    [InlineData("string(12.50)", "12.5")]
    [InlineData("boolean-from-string('1')", "true")]
    [InlineData("today()", "2015-06-30")]
    [InlineData("date(today() - 30)", "2015-05-31")]
    [InlineData("date('2015-02-30')", "")]
    [InlineData("date('2015-06-30T08:00:00')", "2015-06-30")]
    [InlineData("format-date(today(), '%d/%m/%Y')", "30/06/2015")]
    [InlineData("number(format-date(${start}, '%Y')) + 1", "2016")]
    [InlineData("decimal-date-time('1970-01-02')", "1")]
    [InlineData("jr:choice-name(${stage}, '${stage}')", "stage:some-members")]
    public void Every_function_gives_what_XLSForm_says(string expression, string expected) =>
        Assert.Equal(expected, Evaluate(expression).AsText());

    [Theory]
    [InlineData("regex('12345', '[0-9]{5}')", true)]
    [InlineData("regex('123456', '[0-9]{5}')", false)]
    [InlineData("regex('123456', '^[0-9]+$')", true)]
    [InlineData("regex('12345\n', '[0-9]{5}')", false)]
    [InlineData("regex('W123', concat('W', '[0-9]*'))", true)]
    [InlineData("regex('x', concat('(', ''))", false)]
    public void A_pattern_must_fit_the_whole_text(string expression, bool expected) =>
        Assert.Equal(expected, Evaluate(expression).AsBoolean());

    [Fact]
    public void A_choice_filter_sees_the_columns_of_the_choice()
    {
        var (expression, error) = Expression.Parse("region = ${region} and name != 'x'", allowAttributes: true);
        Assert.Null(error);
        var scope = new TestScope().With("region", ExpressionValue.Of("hdf")).With("@region", ExpressionValue.Of("hdf")).With("@name", ExpressionValue.Of("59"));
        Assert.True(expression!.Holds(scope));
        Assert.False(expression.Holds(scope.With("region", ExpressionValue.Of("na"))));
    }

    [Fact]
    public void The_items_that_an_expression_names_are_told_with_their_column()
    {
        var (expression, _) = Expression.Parse("${a} > 1 and ${b.c} = ${a}");
        Assert.Equal([("a", 1), ("b.c", 14), ("a", 23)], expression!.References.Select(reference => (reference.Item, reference.Column)));
    }

    [Theory]
    [InlineData("", "unfinished", 1)]
    [InlineData("1 +", "unfinished", 4)]
    [InlineData("(1", "unfinished", 3)]
    [InlineData("1 2", "unexpected", 3)]
    [InlineData("if(1, 2)", "arguments", 1)]
    [InlineData("1 + foo(2)", "unknown-function", 5)]
    [InlineData("${a", "unclosed-reference", 1)]
    [InlineData("${}", "unclosed-reference", 1)]
    [InlineData("${a} = 'x", "unclosed-text", 8)]
    [InlineData("${a} = ‘x’", "curly-quote", 8)]
    [InlineData("${a} == 1", "operator", 6)]
    [InlineData("${a} <> 1", "operator", 6)]
    [InlineData("${a} && 1", "operator", 6)]
    [InlineData("${a} / 2", "operator", 6)]
    [InlineData("/data/a", "path", 1)]
    [InlineData("../a", "path", 1)]
    [InlineData("stage = 'x'", "bare-name", 1)]
    [InlineData("random()", "not-deterministic", 1)]
    [InlineData("regex(., '(')", "pattern", 10)]
    [InlineData("regex(., '(?=a)')", "pattern", 10)]
    [InlineData("1.2.3", "character", 4)]
    [InlineData("${a} # 1", "character", 6)]
    [InlineData("99999999999999999999999999999999", "number", 1)]
    [InlineData("concat('a',)", "unexpected", 12)]
    public void A_broken_expression_names_its_column(string text, string reason, int column)
    {
        var (expression, error) = Expression.Parse(text);
        Assert.Null(expression);
        Assert.Equal(($"grid.expression.{reason}", column), (error!.Code, error.Column));
        Assert.True(error.Message.IsComplete && error.Remedy.IsComplete);
    }

    [Fact]
    public void A_misspelt_function_is_answered_with_the_right_one() =>
        Assert.Contains("count-selected", Expression.Parse("count-select(.)").Error!.Remedy.Fr, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused_before_it_exhausts_the_stack()
    {
        Assert.Equal("grid.expression.too-deep", Expression.Parse(new string('(', 100) + "1" + new string(')', 100)).Error!.Code);
        Assert.Equal("grid.expression.too-deep", Expression.Parse(string.Join('+', Enumerable.Repeat("1", 900))).Error!.Code);
        Assert.Equal("grid.expression.too-long", Expression.Parse(new string(' ', 5000)).Error!.Code);
    }

    private static ExpressionValue Evaluate(string text)
    {
        var (expression, error) = Expression.Parse(text);
        Assert.True(error is null, $"{error?.Column}: {error?.Message.En}");
        return expression!.Evaluate(Scope);
    }
}
