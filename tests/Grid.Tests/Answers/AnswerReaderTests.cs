using System.Text.Json;
using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;

namespace Ptce.Grid.Tests.Answers;

public sealed class AnswerReaderTests
{
    private static readonly SectionDefinition Section = new()
    {
        Key = "s",
        Version = 1,
        Owner = "survey",
        Label = new("S", "S"),
        Choices = new Dictionary<string, IReadOnlyList<Choice>> { ["stage"] = [Choice("none"), Choice("some"), Choice("all")] },
        Groups = [],
    };

    private static Choice Choice(string value) => new() { Value = value, Label = new(value, value) };

    private static ItemDefinition Item(ItemType type) => new() { Code = "x", Type = type, Label = new("x", "x"), Choices = "stage", Minimum = type is ItemType.Decimal ? 0 : null, Maximum = type is ItemType.SeveralChoices ? 2 : null, MaximumLength = type is ItemType.Text ? 10 : null };

    [Theory]
    [InlineData(ItemType.Text, "\"  Pôle \"", "Pôle")]
    [InlineData(ItemType.Text, "\"e\\u0301\"", "é")]
    [InlineData(ItemType.LongText, "\"a\\r\\nb\"", "a\nb")]
    [InlineData(ItemType.Integer, "12", "12")]
    [InlineData(ItemType.Integer, "12.0", "12")]
    [InlineData(ItemType.Decimal, "3.5", "3.50")]
    [InlineData(ItemType.Decimal, "\"3.5\"", "3.50")]
    [InlineData(ItemType.Amount, "9592", "9592.00")]
    [InlineData(ItemType.Amount, "1e3", "1000.00")]
    [InlineData(ItemType.Percentage, "40", "40.00")]
    [InlineData(ItemType.Boolean, "false", "False")]
    [InlineData(ItemType.Date, "\"2015-06-30\"", "2015-06-30")]
    [InlineData(ItemType.OneChoice, "\"some\"", "some")]
    [InlineData(ItemType.SeveralChoices, "[\"some\", \"all\"]", "all, some")]
    [InlineData(ItemType.Member, "\"siren:732829320\"", "siren:732829320")]
    [InlineData(ItemType.Members, "[\"b\", \"a\"]", "a, b")]
    public void A_value_is_read_into_its_canonical_form(ItemType type, string json, string expected)
    {
        var (value, error) = Read(type, json);
        Assert.Null(error);
        Assert.Equal(expected, value.ToString());
    }

    [Theory]
    [InlineData(ItemType.Text, "3", "not-text")]
    [InlineData(ItemType.Text, "\"12345678901\"", "too-long")]
    [InlineData(ItemType.Text, "\"a\\nb\"", "line-break")]
    [InlineData(ItemType.LongText, "\"a\\u0000b\"", "control-character")]
    [InlineData(ItemType.Integer, "1.5", "too-precise")]
    [InlineData(ItemType.Integer, "true", "not-a-number")]
    [InlineData(ItemType.Integer, "1e40", "not-a-number")]
    [InlineData(ItemType.Integer, "9999999999999", "above-maximum")]
    [InlineData(ItemType.Decimal, "\"3,5\"", "not-a-number")]
    [InlineData(ItemType.Decimal, "3.555", "too-precise")]
    [InlineData(ItemType.Decimal, "-1", "below-minimum")]
    [InlineData(ItemType.Percentage, "101", "above-maximum")]
    [InlineData(ItemType.Percentage, "-0.01", "below-minimum")]
    [InlineData(ItemType.Boolean, "\"oui\"", "not-a-boolean")]
    [InlineData(ItemType.Date, "\"30/06/2015\"", "not-a-date")]
    [InlineData(ItemType.Date, "\"0015-06-30\"", "not-a-date")]
    [InlineData(ItemType.OneChoice, "\"unknown\"", "not-a-choice")]
    [InlineData(ItemType.SeveralChoices, "\"some\"", "not-a-list")]
    [InlineData(ItemType.SeveralChoices, "[\"some\", \"some\"]", "repeated")]
    [InlineData(ItemType.SeveralChoices, "[\"some\", \"all\", \"none\"]", "above-maximum")]
    [InlineData(ItemType.Member, "\"a b\"", "not-a-member-key")]
    [InlineData(ItemType.Table, "[]", "not-answerable")]
    [InlineData(ItemType.Note, "\"x\"", "not-answerable")]
    public void A_value_that_does_not_fit_is_refused_with_a_remedy_in_both_languages(ItemType type, string json, string reason)
    {
        var (value, error) = Read(type, json);
        Assert.Null(value);
        Assert.Equal($"grid.answer.{reason}", error!.Code);
        Assert.Equal("x", error.Item);
        Assert.True(error.Message.IsComplete && error.Remedy.IsComplete);
    }

    [Theory]
    [InlineData(ItemType.Text, "\"  \"")]
    [InlineData(ItemType.Integer, "\"\"")]
    [InlineData(ItemType.Integer, "null")]
    [InlineData(ItemType.SeveralChoices, "[]")]
    [InlineData(ItemType.OneChoice, "\"\"")]
    public void What_is_empty_is_neither_a_value_nor_an_error(ItemType type, string json) =>
        Assert.Equal(default, Read(type, json));

    private static AnswerReading Read(ItemType type, string json) =>
        AnswerReader.Read(Section, Item(type), JsonDocument.Parse(json).RootElement);
}
