using System.Text.Json.Serialization;

namespace Ptce.Grid.Answers;

/// <summary>How an item stands (état d'une réponse). Unknown and not applicable are answers; empty is none.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerState>))]
public enum AnswerState
{
    /// <summary>Nothing was said (vide).</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>A value was given (répondu).</summary>
    [JsonStringEnumMemberName("answered")] Answered,

    /// <summary>The question does not arise here (sans objet).</summary>
    [JsonStringEnumMemberName("not-applicable")] NotApplicable,

    /// <summary>It arises, and nobody knows (inconnu).</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}
