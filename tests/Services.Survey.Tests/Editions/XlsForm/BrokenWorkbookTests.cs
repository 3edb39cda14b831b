using Ptce.Survey.Editions.XlsForm;

namespace Ptce.Survey.Tests.Editions.XlsForm;

public sealed class BrokenWorkbookTests
{
    private const string Headers = "type | name | label::Français (fr) | label::English (en) | relevant | constraint | choice_filter | calculation | required | ptce_minimum | ptce_maximum | ptce_disclosure";

    [Theory]
    [InlineData("colour | q | Q | Q", "survey.xlsform.unknown-type", 2, "type")]
    [InlineData("text | | Q | Q", "survey.xlsform.no-name", 2, "name")]
    [InlineData("text | 1 q | Q | Q", "grid.definition.code", 2, "name")]
    [InlineData("select_one nothing | q | Q | Q", "grid.definition.no-choices", 2, "type")]
    [InlineData("text | q | Q | Q | ${other} = 1", "grid.definition.unknown-item", 2, "relevant")]
    [InlineData("text | q | Q | Q | ${q} = 1", "grid.definition.cycle", 2, "relevant")]
    [InlineData("text | q | Q | Q | | . == 1", "grid.expression.operator", 2, "constraint")]
    [InlineData("text | q | Q | Q | | regex(., '[')", "grid.expression.pattern", 2, "constraint")]
    [InlineData("text | q | Q | Q | | | region = 1", "grid.definition.choices-not-used", 2, "choice_filter")]
    [InlineData("calculate | q | Q | Q | | | | once(1)", "grid.expression.not-deterministic", 2, "calculation")]
    [InlineData("calculate | q | Q | Q", "grid.definition.calculation", 2, "calculation")]
    [InlineData("text | q | Q | Q | | | | | maybe(", "grid.expression.unknown-function", 2, "required")]
    [InlineData("integer | q | Q | Q | | | | | | ten", "survey.xlsform.value", 2, "ptce_minimum")]
    [InlineData("integer | q | Q | Q | | | | | | 10 | 5", "grid.definition.bounds", 2, "ptce_minimum")]
    [InlineData("integer | q | Q | Q | | | | | | | | secret", "survey.xlsform.value", 2, "ptce_disclosure")]
    [InlineData("begin_group | g | G | G", "survey.xlsform.not-closed", 2, "type")]
    [InlineData("end_group | g | G | G", "survey.xlsform.nothing-to-close", 2, "type")]
    public void An_error_names_sheet_row_and_column(string line, string code, int row, string column)
    {
        var reading = ReadXlsForm.Of(FormFile.Xlsx("# survey", Headers, line), "s", 1, "survey");
        Assert.Null(reading.Section);
        var error = reading.Errors[0];
        Assert.Equal((code, "survey", row, column), (error.Code, error.Sheet, error.Row!.Value, error.Column));
        Assert.True(error.Message.IsComplete && error.Remedy.IsComplete);
    }

    [Fact]
    public void A_character_inside_a_cell_is_named_too()
    {
        var reading = ReadXlsForm.Of(FormFile.Xlsx("# survey", Headers, "integer | n | N | N", "text | q | Q | Q | ${n} > 1 & ${n} < 3"), "s", 1, "survey");
        Assert.Equal((3, "relevant"), (reading.Errors[0].Row, reading.Errors[0].Column));
        Assert.Contains("(caractère 10)", reading.Errors[0].Message.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Inside_a_group_the_character_is_that_of_the_cell()
    {
        var reading = ReadXlsForm.Of(
            FormFile.Xlsx("# survey", Headers, "integer | n | N | N", "begin_group | a | A | A | ${n} > 1", "begin_group | b | B | B | ${n} >", "text | q | Q | Q", "end_group | | | ", "end_group | | | "), "s", 1, "survey");
        Assert.Equal((4, "relevant"), (reading.Errors[0].Row, reading.Errors[0].Column));
        Assert.Contains("(caractère 7)", reading.Errors[0].Message.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeat_inside_a_repeat_and_an_empty_one_are_refused()
    {
        var reading = ReadXlsForm.Of(
            FormFile.Xlsx("# survey", Headers, "begin_repeat | a | A | A", "begin_repeat | b | B | B", "text | q | Q | Q", "end_repeat | | | ", "end_repeat | | | ", "begin_repeat | c | C | C", "end_repeat | | | "), "s", 1, "survey");
        Assert.Contains(reading.Errors, error => error is { Code: "survey.xlsform.nested-repeat", Row: 3 });
        Assert.Contains(reading.Errors, error => error is { Code: "survey.xlsform.empty-table", Row: 7 });
    }

    [Fact]
    public void A_name_given_twice_is_told_where_it_comes_again()
    {
        var reading = ReadXlsForm.Of(FormFile.Xlsx("# survey", Headers, "text | q | Q | Q", "text | r | R | R", "text | q | Q | Q"), "s", 1, "survey");
        Assert.Equal(("grid.definition.duplicate", 4, "name"), (reading.Errors[0].Code, reading.Errors[0].Row, reading.Errors[0].Column));
    }

    [Fact]
    public void A_bad_choice_is_told_on_its_own_sheet()
    {
        var reading = ReadXlsForm.Of(FormFile.Xlsx("# survey", Headers, "select_one l | q | Q | Q", "# choices", "list_name | name | label::Français (fr) | label::English (en)", "l | a | A | A", "l | b c | B | B", "l | | D | D"), "s", 1, "survey");
        Assert.Contains(reading.Errors, error => error is { Code: "grid.definition.choice-value", Sheet: "choices", Row: 3, Column: "name" });
        Assert.Contains(reading.Errors, error => error is { Code: "survey.xlsform.value", Sheet: "choices", Row: 4, Column: "name" });
    }

    [Fact]
    public void A_missing_sheet_or_column_is_told()
    {
        Assert.Equal("survey.xlsform.no-sheet", ReadXlsForm.Of(FormFile.Xlsx("# questions", "a", "b"), "s", 1, "survey").Errors[0].Code);
        var reading = ReadXlsForm.Of(FormFile.Xlsx("# survey", "kind | name", "text | q"), "s", 1, "survey");
        Assert.Equal(("survey.xlsform.no-column", "type"), (reading.Errors[0].Code, reading.Errors[0].Column));
    }

    [Fact]
    public void What_is_not_a_workbook_is_refused()
    {
        Assert.Equal("survey.xlsform.not-a-workbook", ReadXlsForm.Of("type,name"u8.ToArray(), "s", 1, "survey").Errors[0].Code);
        Assert.Equal("survey.xlsform.not-a-workbook", ReadXlsForm.Of([], "s", 1, "survey").Errors[0].Code);
    }

    [Fact]
    public void A_blank_row_does_not_shift_the_numbers()
    {
        var reading = ReadXlsForm.Of(FormFile.Xlsx("# survey", Headers, "text | q | Q | Q", " | | ", " | | ", "colour | r | R | R"), "s", 1, "survey");
        Assert.Equal(5, reading.Errors[0].Row);
    }
}
