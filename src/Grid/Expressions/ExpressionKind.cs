namespace Ptce.Grid.Expressions;

/// <summary>What a value in an expression is.</summary>
public enum ExpressionKind
{
    /// <summary>No answer; behaves as empty text and as a number that is not known.</summary>
    Empty,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A text that is not empty; several choices are one text with blanks between.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>The answers of one item over the rows of a table.</summary>
    List,
}
