namespace Ptce.Grid.Expressions;

/// <summary>A function of the expression language.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Least">Least number of arguments.</param>
/// <param name="Most">Greatest number of arguments.</param>
/// <param name="Evaluate">What it gives; arguments are evaluated by the function, so that <c>if</c> can leave one out.</param>
internal sealed record Function(string Name, int Least, int Most, Func<ExpressionScope, Node[], ExpressionValue> Evaluate)
{
    public string Arity => Least == Most ? $"{Least}" : Most == int.MaxValue ? $"{Least}+" : $"{Least}–{Most}";
}
