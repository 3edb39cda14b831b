using System.Text.Json;
using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;

namespace Ptce.Members.ExtraItems;

/// <summary>Answers to extra items as they stand in a record: a JSON value, or <c>{"state": "unknown"}</c>, <c>{"state": "not-applicable"}</c>.</summary>
internal static class Extras
{
    private static readonly Rule Unknown = new("members.extra.unknown-item", "Cet item n'existe dans aucune version de la rubrique.", "No version of the section has this item.", "Reprenez les codes de GET /api/members/section/versions.", "Take the codes of GET /api/members/section/versions.");

    /// <summary>Notes every answer that its item's type, bounds or choices do not accept. The newest version that has the item decides.</summary>
    public static void Check(FieldChecks checks, IReadOnlyDictionary<string, JsonElement>? extras, IReadOnlyList<SectionDefinition> versions, string record)
    {
        foreach (var (code, value) in extras ?? new Dictionary<string, JsonElement>())
        {
            var (section, item) = versions.Reverse().Select(v => (Section: v, Item: v.ItemsOf(record).FirstOrDefault(i => i.Code == code))).FirstOrDefault(v => v.Item is not null);
            if (item is null)
                checks.Require(false, Unknown, $"extras/{code}", code);
            else if (State(value) is null && AnswerReader.Read(section, item, value).Error is { } error)
                checks.Require(false, new Rule(error.Code, error.Message.Fr, error.Message.En, error.Remedy.Fr, error.Remedy.En), $"extras/{code}", error.Value);
        }
    }

    /// <summary>The answers to the items of a version, in canonical form; what that version does not ask is left out.</summary>
    public static IEnumerable<(ItemDefinition Item, Answer Answer)> Read(IReadOnlyDictionary<string, JsonElement>? extras, SectionDefinition section, string record)
    {
        foreach (var item in section.ItemsOf(record))
        {
            if (extras is null || !extras.TryGetValue(item.Code, out var value))
                continue;
            if (State(value) is { } state)
                yield return (item, state == "unknown" ? Answer.Unknown : Answer.NotApplicable);
            else if (AnswerReader.Read(section, item, value).Value is { } read)
                yield return (item, Answer.Of(read));
        }
    }

    public static string StateCode(AnswerState state) => state switch
    {
        AnswerState.Unknown => "unknown",
        AnswerState.NotApplicable => "not-applicable",
        _ => "answered",
    };

    private static string? State(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("state", out var state) && state.GetString() is "unknown" or "not-applicable" ? value.GetProperty("state").GetString() : null;

    /// <summary>What the rules of a version say of one record's answers; null when it asks nothing of that kind of record.</summary>
    public static SectionReport? Report(IReadOnlyDictionary<string, JsonElement>? extras, SectionDefinition section, string record, DateOnly at)
    {
        if (section.Groups.Count == 0 || SectionRules.Compile(section).Rules?.OfRecord(record) is not { } rules)
            return null;
        var answers = new SectionAnswers();
        foreach (var (item, answer) in Read(extras, section, record))
            answers.Set(item.Code, null, answer);
        return rules.Evaluate(answers, at).Report;
    }

    /// <summary>The answers as items of a copy.</summary>
    public static IReadOnlyList<CopiedItem> Items(IReadOnlyDictionary<string, JsonElement>? extras, SectionDefinition section, string origin, string? source) =>
        [.. Read(extras, section, "pole").Select(a => new CopiedItem(a.Item.Code, StateCode(a.Answer.State), a.Answer.Value, origin, source))];
}
