namespace Ptce.Survey.Editions.XlsForm;

/// <summary>Errors and warnings in the order in which they are met.</summary>
internal sealed class IssueList
{
    public List<XlsFormIssue> Errors { get; } = [];

    public List<XlsFormIssue> Warnings { get; } = [];

    public void Fail(XlsFormIssue issue) => Errors.Add(issue);

    public void Warn(XlsFormIssue issue) => Warnings.Add(issue);
}
