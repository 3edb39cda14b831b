using Ptce.Grid.Canonical;

namespace Ptce.Grid.Answers;

/// <summary>The answer to one item, or to one cell of a table (réponse): what rules look at, without comment, examples or history.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Value">The value in canonical form when answered.</param>
public readonly record struct Answer(AnswerState State, CopyValue? Value)
{
    /// <summary>No answer.</summary>
    public static Answer Empty => default;

    /// <summary>Not known.</summary>
    public static Answer Unknown => new(AnswerState.Unknown, null);

    /// <summary>Does not apply.</summary>
    public static Answer NotApplicable => new(AnswerState.NotApplicable, null);

    /// <summary>A value as <see cref="AnswerReader"/> read it.</summary>
    /// <param name="value">The value.</param>
    public static Answer Of(CopyValue value) => new(AnswerState.Answered, value);
}
