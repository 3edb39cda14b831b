using System.Globalization;
using Ptce.Members.Vocabulary;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members;

/// <summary>Collects every broken rule of a request, so that people correct all of them at once.</summary>
internal sealed class FieldChecks
{
    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> Violations => _violations;

    public bool Passed => _violations.Count == 0;

    public FieldChecks Require(bool holds, Rule rule, string field, object? value)
    {
        if (!holds)
            _violations.Add(new(rule, field, Convert.ToString(value, CultureInfo.InvariantCulture)));
        return this;
    }

    public FieldChecks Hold(Rule? broken, string field, object? value) => Require(broken is null, broken!, field, value);

    public FieldChecks Text(string? text, string field, int longest, bool required = false) =>
        Require(!required || !string.IsNullOrWhiteSpace(text), FieldRules.Missing, field, null)
            .Require(text is null || text.Length <= longest, FieldRules.TooLong, field, text);

    public FieldChecks OneOf(Choices list, string? code, string field, bool required = false) =>
        Require(!required || code is not null, FieldRules.Missing, field, null)
            .Require(code is null || list.Has(code), FieldRules.NotInList, field, code);

    public FieldChecks AllOf(Choices list, IReadOnlyList<string>? codes, string field)
    {
        for (var i = 0; i < (codes?.Count ?? 0); i++)
        {
            OneOf(list, codes![i], $"{field}/{i}", required: true);
            Require(!codes.Take(i).Contains(codes[i]), FieldRules.Twice, $"{field}/{i}", codes[i]);
        }
        return this;
    }

    public FieldChecks Year(int? year, string field) => Require(year is null or (>= 1900 and <= 2100), FieldRules.Year, field, year);

    public FieldChecks Count(int? count, string field) =>
        Require(count is null or >= 0, FieldRules.Negative, field, count).Require(count is null or <= 1_000_000, FieldRules.TooLarge, field, count);

    public FieldChecks Number(decimal? number, string field, decimal most) =>
        Require(number is null or >= 0, FieldRules.Negative, field, number)
            .Require(number is null || number <= most, FieldRules.TooLarge, field, number)
            .Require(number is null || decimal.Round(number.Value, 2) == number, FieldRules.Scale, field, number);

    /// <summary>The field errors of a JSON request.</summary>
    /// <param name="under">Pointer of the object that was checked, empty for the whole body.</param>
    public IReadOnlyList<FieldError> AsErrors(string under = "") => [.. _violations.Select(v => v.Rule.At(under + "/" + v.Field, v.Value))];
}
