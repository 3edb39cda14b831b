namespace Ptce.Grid.Expressions;

/// <summary>What an expression sees while it is evaluated: the answers around it, the answer at hand, the day.</summary>
public abstract class ExpressionScope
{
    /// <summary>The day that <c>today()</c> gives; passed in so that the same answers always give the same result.</summary>
    public abstract DateOnly Today { get; }

    /// <summary>The answer at hand, <c>.</c> in a constraint.</summary>
    public virtual ExpressionValue Current => ExpressionValue.Empty;

    /// <summary>Number of the table row at hand, from 1; 0 outside a table.</summary>
    public virtual int Position => 0;

    /// <summary>The value of <c>${item}</c> seen from here: inside a row, that row's; from outside, the list over all rows.</summary>
    /// <param name="item">Item code.</param>
    public abstract ExpressionValue Value(string item);

    /// <summary>Every value of <c>${item}</c> over all rows, also from inside a row; for a table, one value a row.</summary>
    /// <param name="item">Item code.</param>
    public abstract IReadOnlyList<ExpressionValue> Values(string item);

    /// <summary>A column of the choice at hand, in a choice filter.</summary>
    /// <param name="name">Column name; <c>name</c> is the choice's value.</param>
    public virtual ExpressionValue Attribute(string name) => ExpressionValue.Empty;

    /// <summary>The label of a choice of an item.</summary>
    /// <param name="item">Item code.</param>
    /// <param name="value">Value of the choice.</param>
    public virtual string? ChoiceLabel(string item, string value) => null;
}
