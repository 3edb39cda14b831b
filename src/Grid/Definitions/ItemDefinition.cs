namespace Ptce.Grid.Definitions;

/// <summary>One item of the grid (item de la grille), defined as data.</summary>
public sealed record ItemDefinition
{
    /// <summary>Code, unique in its section, e.g. <c>C1.2</c> or <c>C1.2.fte</c>: letters, digits, <c>.</c>, <c>-</c>, <c>_</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Kind of answer.</summary>
    public required ItemType Type { get; init; }

    /// <summary>Question as asked.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What counts and what does not.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>Unit of a number: <c>EUR</c>, <c>FTE</c>, <c>%</c>, <c>year</c>, <c>hours</c>, <c>people</c>, …</summary>
    public string? Unit { get; init; }

    /// <summary>Least number accepted, or for several choices and tables the least count.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Greatest number accepted, or for several choices and tables the greatest count.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Digits after the decimal separator; by default 2 for decimals, amounts and percentages, 0 for integers.</summary>
    public int? Decimals { get; init; }

    /// <summary>Greatest number of characters of a text.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>Key of the section's list of choices.</summary>
    public string? Choices { get; init; }

    /// <summary>Expression that keeps a choice, over its attributes and other items (XLSForm <c>choice_filter</c>).</summary>
    public string? ChoiceFilter { get; init; }

    /// <summary>True when the section cannot be submitted while the item is shown and empty. <i>Unknown</i> and <i>not applicable</i> are answers.</summary>
    public bool Required { get; init; }

    /// <summary>Expression that tells when the item is required, instead of always.</summary>
    public string? RequiredWhen { get; init; }

    /// <summary>Expression that tells when the item is shown (XLSForm <c>relevant</c>). What is not shown counts as empty.</summary>
    public string? Relevant { get; init; }

    /// <summary>Expression that an answer must fulfil, <c>.</c> being the answer (XLSForm <c>constraint</c>).</summary>
    public string? Constraint { get; init; }

    /// <summary>What people read when the constraint does not hold.</summary>
    public LocalizedText? ConstraintMessage { get; init; }

    /// <summary>Expression that gives the value of a <see cref="ItemType.Calculation"/>.</summary>
    public string? Calculation { get; init; }

    /// <summary>How far the answer may be published.</summary>
    public Disclosure Disclosure { get; init; }

    /// <summary>True when one or two examples of achievements are asked (study, methodological recommendations).</summary>
    public bool Examples { get; init; }

    /// <summary>True for the core that a tired coordinator answers in one evening; the rest is optional (socle, complément).</summary>
    public bool Core { get; init; }

    /// <summary>Columns of a table (colonnes); a column is never itself a table.</summary>
    public IReadOnlyList<ItemDefinition> Columns { get; init => field = value ?? []; } = [];

    /// <summary>Digits kept after the decimal separator once defaults are applied.</summary>
    public int Scale() => Decimals ?? (Type is ItemType.Integer ? 0 : 2);
}
