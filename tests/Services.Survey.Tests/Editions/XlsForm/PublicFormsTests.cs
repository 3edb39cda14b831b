using System.Globalization;
using System.Text.Json;
using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;
using Ptce.Survey.Editions.XlsForm;

namespace Ptce.Survey.Tests.Editions.XlsForm;

/// <summary>Ten forms in the ways that public forms are written: each is imported from a real workbook and filled.</summary>
public sealed class PublicFormsTests
{
    [Fact]
    public void Household_a_repeat_is_counted_and_shows_by_row()
    {
        var form = new Filled("household").Row("person", "a", ("person_name", "Ana"), ("age", 34), ("sex", "f")).Row("person", "b", ("person_name", "Bob"), ("age", 150), ("sex", "m"))
            .Answer(("head_name", "Ana"), ("size", 3));
        Assert.True(form.Shown("pregnant", "a"));
        Assert.False(form.Shown("pregnant", "b"));
        Assert.Equal("2", form.Value("listed"));
        Assert.Equal("92", form.Value("mean_age"));
        Assert.Equal("0", form.Value("children"));
        Assert.True(form.Shown("mismatch"));
        Assert.Equal(["age b"], form.Errors());
        Assert.Equal("An age between 0 and 119.", form.Evaluation.Report.Errors[0].Message.En);
        Assert.Empty(form.Answer(("size", 2)).Row("person", "b", ("age", 40)).Errors());
        Assert.False(form.Shown("mismatch"));
    }

    [Fact]
    public void Cascade_three_levels_of_choices_follow_one_another()
    {
        var form = new Filled("cascade").Answer(("region", "hdf"));
        Assert.Equal(["59", "60"], form.Choices("departement"));
        Assert.Empty(form.Choices("commune"));
        Assert.Equal(["59350", "59512"], form.Answer(("departement", "59")).Choices("commune"));
        Assert.Equal(["commune"], form.Answer(("commune", "40209")).Errors());
        Assert.Empty(form.Answer(("commune", "59350")).Errors());
        Assert.Equal(["departement", "commune"], form.Answer(("region", "naq")).Errors());
    }

    [Fact]
    public void Facility_groups_inside_groups_show_when_all_around_them_do()
    {
        var form = new Filled("facility").Answer(("facility_name", "A"), ("kind", "hospital"), ("beds", 60), ("occupied", 70), ("visit", "2026-06-30"));
        Assert.True(form.Shown("theatres"));
        Assert.Equal(["occupied", "theatres"], form.Errors().Order(StringComparer.Ordinal));
        form.Answer(("beds", 49), ("occupied", 49));
        Assert.False(form.Shown("theatres"));
        Assert.Empty(form.Errors());
        form.Answer(("kind", "clinic"));
        Assert.False(form.Shown("beds"));
        Assert.Equal(["remarks"], form.Answer(("remarks", "a remark that is too long")).Errors());
        Assert.Contains("visit", form.Answer(("visit", "2026-07-02")).Errors());
        Assert.Equal(["facility", "hospital", "surgery", "facility.2", "main"], form.Section.Groups.Select(group => group.Key));
    }

    [Fact]
    public void Waterpoint_what_the_grid_does_not_hold_is_left_out_and_told()
    {
        var form = new Filled("waterpoint");
        Assert.Equal(
            ["one-language", "left-out", "left-out", "other-added", "as-text"],
            form.Reading.Warnings.Select(warning => warning.Code.Split('.')[^1]));
        Assert.Equal(["well", "borehole", "other"], form.Choices("source"));
        form.Answer(("source", "other"), ("problems", new[] { "none", "leak" }));
        Assert.Equal(["problems"], form.Errors());
        Assert.True(form.Shown("which"));
        Assert.True(form.Shown("litres"));
        Assert.Empty(form.Answer(("problems", new[] { "dry" })).Errors());
        Assert.False(form.Shown("litres"));
    }

    [Fact]
    public void Prices_a_calculation_in_a_row_feeds_one_over_all_rows()
    {
        var form = new Filled("prices").Row("good", "1", ("product", "Apples"), ("quantity", "2.5"), ("price", "1.99")).Row("good", "2", ("product", "Bread"), ("quantity", 3), ("price", "1.10"));
        Assert.Equal(("4.98", "3.3", "8.28", "1.99"), (form.Value("amount", "1"), form.Value("amount", "2"), form.Value("total"), form.Value("dearest")));
        Assert.Equal("60.1", form.Value("share", "1"));
        Assert.Equal("8.28", form.Value("due"));
        Assert.Equal("3.28", form.Answer(("paid", 5)).Value("due"));
        Assert.Equal(["paid"], form.Answer(("paid", 9)).Errors());
        Assert.Equal("column-left-out", Assert.Single(form.Reading.Warnings).Code.Split('.')[^1]);
    }

    [Fact]
    public void Training_ranges_become_bounded_numbers()
    {
        var form = new Filled("training");
        Assert.Equal((ItemType.Integer, 0m, 10m), (form.Section.Find("note10")!.Type, form.Section.Find("note10")!.Minimum, form.Section.Find("note10")!.Maximum));
        Assert.Equal(ItemType.Decimal, form.Section.Find("hours")!.Type);
        Assert.Equal("grid.answer.above-maximum", form.Refusal("note10", 11));
        Assert.Equal(ItemType.LongText, form.Section.Find("why")!.Type);
        form.Answer(("note10", 8), ("clear", "2"), ("useful", "3"), ("consent", true));
        Assert.Equal("2.5", form.Value("mean"));
        Assert.Empty(form.Errors());
        Assert.Equal(["why"], form.Answer(("clear", "1")).Errors());
    }

    [Fact]
    public void Registration_patterns_and_dates_hold()
    {
        var form = new Filled("registration").Answer(("email", "ana@example.org"), ("phone", "01 23 45 67 89"), ("birth", "1990-05-01"), ("arrival", "2026-07-01"), ("departure", "2026-07-03"), ("meal", "vegetarian"));
        Assert.Empty(form.Errors());
        Assert.True(form.Shown("allergy"));
        Assert.Equal(
            ["email", "phone", "birth", "arrival", "departure"],
            form.Answer(("email", "ana@example"), ("phone", "12"), ("birth", "2010-05-01"), ("arrival", "2027-01-01"), ("departure", "2026-12-31")).Errors());
        Assert.False(form.Answer(("meal", "none")).Shown("allergy"));
    }

    [Fact]
    public void Farm_a_group_inside_a_repeat_shows_row_by_row()
    {
        var form = new Filled("farm").Row("plot", "x", ("area", 2), ("crop", "wheat"), ("tonnes", 12)).Row("plot", "y", ("area", "0.5"), ("crop", "fallow")).Answer(("total_area", 2));
        Assert.Equal(("1", "2"), (form.Value("number", "x"), form.Value("number", "y")));
        Assert.True(form.Shown("sold", "x"));
        Assert.False(form.Shown("tonnes", "y"));
        Assert.Equal(("6", ""), (form.Value("yield", "x"), form.Value("yield", "y")));
        Assert.Equal(("2", "wheat fallow", "1"), (form.Value("first_area"), form.Value("crops"), form.Value("known")));
        Assert.Equal(["total_area"], form.Errors());
        Assert.Empty(form.Answer(("total_area", "2.5")).Errors());
    }

    [Fact]
    public void Business_conditions_inside_calculations_and_sums_to_a_hundred()
    {
        var form = new Filled("business").Answer(("siren", "732829320"), ("form", "scic"), ("previous", "association"), ("turnover", 1500000), ("workers", 8), ("part_a", 60), ("part_b", 30));
        Assert.Equal(("micro", "187500", "SCIC", "10"), (form.Value("size"), form.Value("per_head"), form.Value("form_name"), form.Value("part_c")));
        Assert.True(form.Shown("other"));
        Assert.Empty(form.Errors());
        Assert.Equal("sme", form.Answer(("workers", 30)).Value("size"));
        Assert.Equal("large", form.Answer(("workers", 300)).Value("size"));
        Assert.Equal(["previous", "part_b"], form.Answer(("previous", "scic"), ("part_b", 50)).Errors());
        Assert.True(new Filled("business").Answer(("turnover", 5)).Evaluation.IsRequired("workers"));
        Assert.False(new Filled("business").Evaluation.IsRequired("workers"));
    }

    [Fact]
    public void Oldstyle_spellings_of_years_ago_are_understood()
    {
        var form = new Filled("oldstyle").Answer(("surname", "A"), ("adult", "no"));
        Assert.False(form.Shown("jobs"));
        Assert.Empty(form.Errors());
        form.Answer(("adult", "yes"), ("jobs", new[] { "farmer", "teacher", "other" }));
        Assert.True(form.Shown("years"));
        Assert.Equal(["jobs"], form.Errors());
        Assert.False(form.Answer(("jobs", new[] { "other" })).Shown("years"));
        Assert.True(form.Section.Find("adult")!.Required);
    }

    /// <summary>A form imported from a workbook, with answers read as a client would send them.</summary>
    private sealed class Filled
    {
        private static readonly DateOnly Today = new(2026, 6, 30);
        private readonly SectionRules rules;
        private readonly SectionAnswers answers = new();

        public Filled(string form)
        {
            Reading = ReadXlsForm.Of(FormFile.Xlsx(form), form, 1, "survey");
            Assert.Empty(Reading.Errors.Select(error => $"{error.Sheet} {error.Row} {error.Column}: {error.Message.En} {error.Value}"));
            Section = Reading.Section!;
            rules = SectionRules.Compile(Section).Rules!;
        }

        public XlsFormReading Reading { get; }

        public SectionDefinition Section { get; }

        public SectionEvaluation Evaluation => rules.Evaluate(answers, Today);

        public Filled Answer(params (string Item, object Value)[] given) => Row(null, null, given);

        public Filled Row(string? table, string? row, params (string Item, object Value)[] given)
        {
            if (table is not null)
                answers.AddRow(table, row!);
            foreach (var (item, value) in given)
            {
                var (read, error) = Read(item, value);
                Assert.True(error is null, $"{item}: {error?.Message.En}");
                answers.Set(item, row, read is { } known ? Grid.Answers.Answer.Of(known) : Grid.Answers.Answer.Empty);
            }
            return this;
        }

        public string? Refusal(string item, object value) => Read(item, value).Error?.Code;

        public bool Shown(string item, string? row = null) => Evaluation.IsShown(item, row);

        public string Value(string item, string? row = null) => Evaluation.ValueOf(item, row).AsText();

        public IEnumerable<string> Choices(string item) => Evaluation.ChoicesOf(item).Select(choice => choice.Value);

        public IEnumerable<string> Errors() => Evaluation.Report.Errors.Select(error => error.Row is null ? error.Item : string.Create(CultureInfo.InvariantCulture, $"{error.Item} {error.Row}"));

        private AnswerReading Read(string item, object value) =>
            AnswerReader.Read(Section, Section.Find(item)!, JsonSerializer.SerializeToElement(value));
    }
}
