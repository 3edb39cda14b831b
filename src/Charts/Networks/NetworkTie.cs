namespace Ptce.Charts.Networks;

/// <summary>A tie between two members (lien de coopération).</summary>
/// <param name="From">Key of one member.</param>
/// <param name="To">Key of the other.</param>
/// <param name="Weight">Number of joint projects, 1 or more: the line's width.</param>
public sealed record NetworkTie(string From, string To, int Weight = 1);
