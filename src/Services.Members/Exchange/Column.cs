using Ptce.Members.Vocabulary;

namespace Ptce.Members.Exchange;

/// <summary>A column of the members' table: its French header, its type in Table Schema's words, and the member of the API that it fills.</summary>
/// <param name="Name">Header.</param>
/// <param name="Field">Member of the record, as in the API.</param>
/// <param name="Type"><c>string</c>, <c>number</c>, <c>integer</c>, <c>boolean</c>, <c>date</c> or <c>year</c>.</param>
/// <param name="Title">Short title, French.</param>
/// <param name="Description">What it holds, French.</param>
internal sealed record Column(string Name, string Field, string Type, string Title, string Description)
{
    /// <summary>Closed list of its values.</summary>
    public Choices? Choices { get; init; }

    /// <summary>Several codes separated by <c>|</c>.</summary>
    public bool Many { get; init; }

    /// <summary>Digits of a code that a workbook may have taken for a number and robbed of its zeros.</summary>
    public int Digits { get; init; }

    public bool Required { get; init; }
}
