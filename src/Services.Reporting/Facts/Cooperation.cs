using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>Activities of cooperation with their stage, and the register of joint projects (activités de coopération).</summary>
/// <param name="Stages">Stage by activity code; an activity answered <c>not-applicable</c> or <c>unknown</c> is left out.</param>
/// <param name="Projects">Register of joint projects (registre des projets communs).</param>
internal sealed record Cooperation(IReadOnlyDictionary<string, ActivityStage> Stages, IReadOnlyList<JointProject> Projects)
{
    private static readonly string[] Known = ["none", "in-project", "some-members", "generalised"];

    public static Cooperation Read(SectionCopy copy)
    {
        var stages = new SortedDictionary<string, ActivityStage>(StringComparer.Ordinal);
        foreach (var item in copy.Items.Where(item => item.State == "answered"))
            if (IsActivity(item.Code) && item.Value?.AsText is { } stage && Known.Contains(stage))
                stages[item.Code] = new(stage, Provenances.Read(item.Origin));
        return new(stages, [.. copy.Of("project").Select(JointProject.Read)]);
    }

    /// <summary><c>C1.2</c> is an activity, its attribute <c>C1.2.description</c> and free text <c>C3</c> are not.</summary>
    private static bool IsActivity(string code) =>
        code is ['C', '1' or '2' or '3', '.', _, ..] && code.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>How far an activity is: none, in project, for some members, generalised.</summary>
internal sealed record ActivityStage(string Stage, Provenance Origin)
{
    public bool IsActive => Stage is "some-members" or "generalised";
}

/// <summary>A project that at least two members lead together, or one that the pole helped (projet commun).</summary>
internal sealed record JointProject(string Key, string? Kind, IReadOnlyList<string> Members, int? Year, int? From, int? To, bool? Active, Provenance Origin)
{
    /// <summary>Its year, or its period, covers the year asked, and it is not said to have stopped.</summary>
    public bool IsActiveIn(int year) =>
        Active != false && (From is null && To is null ? Year == year : (From ?? Year ?? int.MinValue) <= year && year <= (To ?? int.MaxValue));

    public static JointProject Read(CopiedRecord record) => new(
        record.Key,
        record["kind"]?.AsText,
        record["members"]?.AsList ?? [],
        YearOf(record["year"]),
        YearOf(record["from"]),
        YearOf(record["to"]),
        record["active"]?.AsFlag,
        Provenances.Read(record.OriginOf("members")));

    private static int? YearOf(CopyValue? value) => value?.AsDate?.Year ?? (int?)value?.AsDecimal;
}
