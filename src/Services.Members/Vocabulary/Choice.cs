namespace Ptce.Members.Vocabulary;

/// <summary>One entry of a closed list: a stable code and its two labels.</summary>
/// <param name="Code">Code, as it stands in requests, copies and exports.</param>
/// <param name="Fr">French label.</param>
/// <param name="En">English label.</param>
internal sealed record Choice(string Code, string Fr, string En);
