using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;

namespace Ptce.Grid.Tests.Rules;

public sealed class SectionRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    private static readonly SectionDefinition Section = new()
    {
        Key = "governance",
        Version = 1,
        Owner = "survey",
        Label = Both("Gouvernance"),
        Records = [new RecordKind("project", Both("Projet"))],
        Choices = new Dictionary<string, IReadOnlyList<Choice>>
        {
            ["configuration"] = [Choice("board"), Choice("delegated")],
            ["region"] = [Choice("hdf"), Choice("occ")],
            ["place"] = [Choice("lille", "hdf"), Choice("toulouse", "occ")],
        },
        Groups =
        [
            Group("one",
                Item("G1", ItemType.OneChoice) with { Choices = "configuration", Required = true, Core = true },
                Item("G3", ItemType.Text) with { Relevant = "${G1} = 'delegated'", RequiredWhen = "${G1} = 'delegated'" },
                Item("region", ItemType.OneChoice) with { Choices = "region" },
                Item("place", ItemType.OneChoice) with { Choices = "place", ChoiceFilter = "region = ${region}" }),
            Group("two",
                Item("G4", ItemType.Table) with
                {
                    Maximum = 3,
                    Columns =
                    [
                        Item("G4.body", ItemType.Text) with { Required = true },
                        Item("G4.members", ItemType.Integer),
                        Item("G4.seats", ItemType.Integer) with { Constraint = ". <= ${G4.members}", ConstraintMessage = Both("Plus de sièges que de membres.") },
                        Item("G4.share", ItemType.Calculation) with { Calculation = "round(${G4.seats} div sum(${G4.seats}) * 100, 1)" },
                    ],
                },
                Item("total", ItemType.Calculation) with { Calculation = "sum(${G4.seats})" },
                Item("G8.fte", ItemType.Decimal) with { Constraint = ". <= ${total}" }) with { Relevant = "${G1} != ''" },
            Group("project", Item("C4.title", ItemType.Text) with { Required = true }, Item("C4.hours", ItemType.Integer) with { Relevant = "${C4.title} != ''" }) with { Record = "project" },
        ],
    };

    private static readonly SectionRules Rules = Compile(Section);

    [Fact]
    public void An_item_that_is_not_shown_is_not_expected_and_counts_as_empty()
    {
        var answers = new SectionAnswers().Set("G1", null, Text("delegated")).Set("G3", null, Text("Appui"));
        Assert.Equal("Appui", Evaluate(answers).ValueOf("G3").AsText());
        answers.Set("G1", null, Text("board"));
        Assert.False(Evaluate(answers).IsShown("G3"));
        Assert.True(Evaluate(answers).ValueOf("G3").IsEmpty);
        Assert.Empty(Evaluate(answers).Report.Errors);
    }

    [Fact]
    public void A_group_that_is_not_shown_hides_its_items()
    {
        Assert.False(Evaluate(new SectionAnswers()).IsShown("G8.fte"));
        Assert.True(Evaluate(new SectionAnswers().Set("G1", null, Text("board"))).IsShown("G8.fte"));
    }

    [Fact]
    public void Required_is_fulfilled_by_unknown_but_not_by_silence()
    {
        var silent = Evaluate(new SectionAnswers());
        Assert.Equal(("grid.rule.required", "G1"), (silent.Report.Errors[0].Code, silent.Report.Errors[0].Item));
        Assert.False(silent.Report.Complete);
        var unknown = Evaluate(new SectionAnswers().Set("G1", null, Answer.Unknown));
        Assert.Empty(unknown.Report.Errors);
        Assert.True(unknown.Report.Complete);
    }

    [Fact]
    public void Required_when_looks_at_other_answers()
    {
        var report = Evaluate(new SectionAnswers().Set("G1", null, Text("delegated"))).Report;
        Assert.Equal("G3", Assert.Single(report.Errors).Item);
    }

    [Fact]
    public void A_column_sees_its_own_row_and_the_section_sees_all_rows()
    {
        var evaluation = Evaluate(Bodies((4, 10), (12, 10)));
        var error = Assert.Single(evaluation.Report.Errors, error => error.Code == "grid.rule.constraint");
        Assert.Equal(("G4.seats", "r2", "Plus de sièges que de membres."), (error.Item, error.Row, error.Message.Fr));
        Assert.Equal(16, evaluation.ValueOf("total").AsNumber());
        Assert.Equal(25, evaluation.ValueOf("G4.share", "r1").AsNumber());
        Assert.Equal(75, evaluation.ValueOf("G4.share", "r2").AsNumber());
    }

    [Fact]
    public void A_constraint_may_rest_on_a_calculation()
    {
        var answers = Bodies((4, 10)).Set("G8.fte", null, Answer.Of(CopyValue.Number(4.5m, 2)));
        Assert.Contains(Evaluate(answers).Report.Errors, error => error.Item == "G8.fte");
        Assert.DoesNotContain(Evaluate(answers.Set("G4.seats", "r1", Number(5))).Report.Errors, error => error.Item == "G8.fte");
    }

    [Fact]
    public void A_table_with_too_many_rows_is_told()
    {
        var report = Evaluate(Bodies((1, 1), (1, 1), (1, 1), (1, 1))).Report;
        Assert.Contains(report.Errors, error => error is { Code: "grid.rule.rows", Item: "G4", Value: "4" });
    }

    [Fact]
    public void A_required_cell_of_a_row_that_exists_is_told_with_its_row()
    {
        var report = Evaluate(new SectionAnswers().Set("G1", null, Text("board")).AddRow("G4", "r9")).Report;
        Assert.Contains(report.Errors, error => error is { Code: "grid.rule.required", Item: "G4.body", Row: "r9" });
    }

    [Fact]
    public void Cascading_choices_offer_what_the_filter_keeps()
    {
        var answers = new SectionAnswers().Set("region", null, Text("occ"));
        Assert.Equal(["toulouse"], Evaluate(answers).ChoicesOf("place").Select(choice => choice.Value));
        answers.Set("place", null, Text("lille"));
        Assert.Contains(Evaluate(answers).Report.Errors, error => error is { Code: "grid.rule.choice-not-offered", Value: "lille" });
    }

    [Fact]
    public void Items_of_a_record_have_rules_of_their_own()
    {
        var rules = Rules.OfRecord("project")!;
        Assert.Contains(rules.Evaluate(new SectionAnswers(), Today).Report.Errors, error => error.Item == "C4.title");
        Assert.True(rules.Evaluate(new SectionAnswers().Set("C4.title", null, Text("Fête")), Today).IsShown("C4.hours"));
        Assert.DoesNotContain(Evaluate(new SectionAnswers()).Report.Errors, error => error.Item == "C4.title");
        Assert.Null(Rules.OfRecord("organisation"));
    }

    [Fact]
    public void What_is_answered_and_expected_is_counted()
    {
        var report = Evaluate(Bodies((1, 2))).Report;
        // G1, region, place, G4, three cells asked, G8.fte; G3 is not shown, calculations are not asked.
        Assert.Equal((5, 8), (report.Answered, report.Expected));
    }

    [Theory]
    [InlineData("${G9} = 1", "grid.definition.unknown-item", 1)]
    [InlineData("${G1} == 1", "grid.expression.operator", 7)]
    [InlineData("${G3} = 1", "grid.definition.cycle", null)]
    [InlineData(". = 1", "grid.definition.current", null)]
    [InlineData("${C4.title} = 1", "grid.definition.unknown-item", 1)]
    public void A_wrong_expression_is_told_with_its_place(string relevant, string code, int? column)
    {
        var (rules, errors) = SectionRules.Compile(With(item => item.Code == "G3" ? item with { Relevant = relevant } : item));
        Assert.Null(rules);
        var error = Assert.Single(errors);
        Assert.Equal((code, column), (error.Code, error.Column));
        Assert.StartsWith("G3", error.Item, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_over_several_items_is_told_with_its_way()
    {
        var (_, errors) = SectionRules.Compile(With(item => item.Code switch
        {
            "region" => item with { Relevant = "${place} = 'lille'" },
            "place" => item with { Relevant = "${G3} != ''", ChoiceFilter = null },
            "G3" => item with { Relevant = "${region} = 'hdf'" },
            _ => item,
        }));
        Assert.Equal("G3 → region → place → G3", Assert.Single(errors).Value);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("duplicate")]
    [InlineData("label")]
    [InlineData("no-choices")]
    [InlineData("choices-not-used")]
    [InlineData("bounds")]
    [InlineData("columns")]
    [InlineData("calculation")]
    public void A_wrong_definition_is_told(string reason)
    {
        var (_, errors) = SectionRules.Compile(With(item => item.Code != "G3" ? item : reason switch
        {
            "code" => item with { Code = "3é" },
            "duplicate" => item with { Code = "G1" },
            "label" => item with { Label = new("Oui", " ") },
            "no-choices" => item with { Type = ItemType.OneChoice, Choices = "nothing" },
            "choices-not-used" => item with { Choices = "region" },
            "bounds" => item with { Minimum = 2, Maximum = 1 },
            "columns" => item with { Type = ItemType.Table },
            _ => item with { Calculation = "1" },
        }));
        Assert.Contains(errors, error => error.Code == $"grid.definition.{reason}" && error.Message.IsComplete && error.Remedy.IsComplete);
    }

    private static SectionEvaluation Evaluate(SectionAnswers answers) => Rules.Evaluate(answers, Today);

    private static SectionAnswers Bodies(params (int Seats, int Members)[] rows)
    {
        var answers = new SectionAnswers().Set("G1", null, Text("board"));
        for (var i = 0; i < rows.Length; i++)
        {
            answers.Set("G4.body", $"r{i + 1}", Text("Bureau"))
                .Set("G4.members", $"r{i + 1}", Number(rows[i].Members))
                .Set("G4.seats", $"r{i + 1}", Number(rows[i].Seats));
        }
        return answers;
    }

    private static SectionDefinition With(Func<ItemDefinition, ItemDefinition> change) =>
        Section with { Groups = [.. Section.Groups.Select(group => group with { Items = [.. group.Items.Select(change)] })] };

    private static SectionRules Compile(SectionDefinition section)
    {
        var (rules, errors) = SectionRules.Compile(section);
        Assert.Empty(errors);
        return rules!;
    }

    private static Answer Text(string text) => Answer.Of(CopyValue.Text(text));

    private static Answer Number(int number) => Answer.Of(CopyValue.Count(number));

    private static LocalizedText Both(string text) => new(text, text);

    private static Choice Choice(string value, string? region = null) => new()
    {
        Value = value,
        Label = Both(value),
        Attributes = region is null ? null : new Dictionary<string, string> { ["region"] = region },
    };

    private static ItemDefinition Item(string code, ItemType type) => new() { Code = code, Type = type, Label = Both(code) };

    private static GroupDefinition Group(string key, params ItemDefinition[] items) => new() { Key = key, Label = Both(key), Items = items };
}
