using System.Text.Json;
using System.Text.Json.Serialization;
using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;

namespace Ptce.Survey.Answers;

/// <summary>What an answer says (contenu de la réponse): value or state, comment, examples, provenance, evidence.</summary>
internal sealed record AnswerContent
{
    public required string State { get; init; }

    [JsonConverter(typeof(CopyValueJson))]
    public CopyValue? Value { get; init; }

    public string? Comment { get; init; }

    public IReadOnlyList<string> Examples { get; init => field = value ?? []; } = [];

    public string Provenance { get; init; } = Provenances.Typed;

    /// <summary>Where it stands: a document and page, a line of the study.</summary>
    public string? Source { get; init; }

    public IReadOnlyList<EvidenceCitation> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>What the rules look at.</summary>
    public Answer ToAnswer() => State switch
    {
        AnswerStates.Answered when Value is { } value => Answer.Of(value),
        AnswerStates.NotApplicable => Answer.NotApplicable,
        AnswerStates.Unknown => Answer.Unknown,
        _ => Answer.Empty,
    };

    public bool SameAs(AnswerContent other) =>
        State == other.State && Value.Equals(other.Value) && Comment == other.Comment && Provenance == other.Provenance && Source == other.Source
        && Examples.SequenceEqual(other.Examples, StringComparer.Ordinal) && Evidence.SequenceEqual(other.Evidence);
}

/// <summary>A page of a piece of evidence that an answer rests on (pièce citée).</summary>
/// <param name="Id">Evidence.</param>
/// <param name="Page">Page, when told.</param>
internal sealed record EvidenceCitation(Guid Id, string? Page = null);

/// <summary>Writes a value as JSON text, boolean or array of texts.</summary>
internal sealed class CopyValueJson : JsonConverter<CopyValue>
{
    public override CopyValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return CopyValue.Text(reader.GetString()!);
            case JsonTokenType.True or JsonTokenType.False:
                return CopyValue.Flag(reader.GetBoolean());
            case JsonTokenType.StartArray:
                var list = new List<string>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.Add(reader.GetString() ?? throw new JsonException("A list of texts holds null."));
                return CopyValue.List(list);
            default:
                throw new JsonException("Not a stored value.");
        }
    }

    public override void Write(Utf8JsonWriter writer, CopyValue value, JsonSerializerOptions options)
    {
        if (value.AsText is { } text)
            writer.WriteStringValue(text);
        else if (value.AsFlag is { } flag)
            writer.WriteBooleanValue(flag);
        else
        {
            writer.WriteStartArray();
            foreach (var entry in value.AsList ?? [])
                writer.WriteStringValue(entry);
            writer.WriteEndArray();
        }
    }
}
