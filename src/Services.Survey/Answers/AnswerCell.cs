namespace Ptce.Survey.Answers;

/// <summary>One answer as it stands (réponse), with what is needed to tell a repeated change from a new one and to keep what lost.</summary>
internal sealed record AnswerCell
{
    /// <summary>How many change ids a cell remembers by itself; older ones are looked up in the history.</summary>
    public const int Remembered = 32;

    /// <summary>Item code.</summary>
    public required string Item { get; init; }

    /// <summary>Row, for columns of a table and for the row itself.</summary>
    public Guid? Row { get; init; }

    /// <summary>Revision of this answer, from 1.</summary>
    public required int Revision { get; init; }

    public required AnswerContent Content { get; init; }

    /// <summary>Who: the token's subject.</summary>
    public required string By { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The changes that say what stands: the one that made <see cref="Revision"/>, and those that said the same since.</summary>
    public required IReadOnlyList<Guid> Top { get; init; }

    /// <summary>Ids of the changes that were stored, oldest first.</summary>
    public IReadOnlyList<Guid> Applied { get; init => field = value ?? []; } = [];

    /// <summary>Older ids than <see cref="Applied"/> exist in the history.</summary>
    public bool Forgot { get; init; }

    /// <summary>Changes that lost against another one and wait for a person's choice.</summary>
    public IReadOnlyList<LostChange> Conflicts { get; init => field = value ?? []; } = [];

    public AnswerCell Remember(Guid change) => Applied.Count < Remembered
        ? this with { Applied = [.. Applied, change] }
        : this with { Applied = [.. Applied.Skip(1), change], Forgot = true };
}

/// <summary>A change that lost (modification en conflit).</summary>
/// <param name="Id">Change.</param>
/// <param name="Base">Revision that it was made on.</param>
/// <param name="Content">What it said.</param>
/// <param name="By">Who.</param>
/// <param name="At">When it arrived.</param>
internal sealed record LostChange(Guid Id, int Base, AnswerContent Content, string By, DateTime At);
