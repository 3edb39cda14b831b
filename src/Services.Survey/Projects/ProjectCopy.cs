using Ptce.Grid.Canonical;
using Ptce.Survey.Answers;

namespace Ptce.Survey.Projects;

/// <summary>Writes the register into the generic copy of its section, records of kind <c>project</c>.</summary>
internal static class ProjectCopy
{
    public static IReadOnlyList<CopiedRecord> Of(IEnumerable<JointProject> projects, int year) =>
        [.. projects.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => Of(p, year))];

    /// <summary>Whether a project is active in a calendar year: by its dates where it has any, else by the year it is registered for.</summary>
    public static bool IsActive(ProjectValues values, int year)
    {
        var (from, to) = (Date(values, "C4.from"), Date(values, "C4.to"));
        if (from is null && to is null)
            return values.Items.GetValueOrDefault("C4.year")?.Value?.AsDecimal is not { } registered || registered == year;
        return (from is null || from.Value.Year <= year) && (to is null || to.Value.Year >= year);
    }

    private static CopiedRecord Of(JointProject project, int year)
    {
        var content = project.Read();
        var values = new SortedDictionary<string, CopyValue>(StringComparer.Ordinal)
        {
            ["members"] = CopyValue.List(content.Partners.Select(p => p.Member).Distinct(StringComparer.Ordinal)),
            ["active"] = CopyValue.Flag(IsActive(content, year)),
            ["confirmed"] = CopyValue.Flag(project.IsConfirmed),
        };
        if (content.Partners.Any(p => p.Role is not null))
            values["roles"] = CopyValue.List(content.Partners.Where(p => p.Role is not null).Select(p => $"{p.Member}={p.Role}"));
        var origins = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (item, answer) in content.Items.Where(i => AnswerStates.IsAnswer(i.Value.State)))
        {
            var field = item.StartsWith(JointProject.Prefix, StringComparison.Ordinal) ? item[JointProject.Prefix.Length..] : item;
            if (answer.Value is { } value)
                values[field] = value;
            else
                values[field + "/state"] = CopyValue.Text(answer.State);
            origins[field] = answer.Provenance;
        }
        var usual = origins.Values.GroupBy(o => o).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? Provenances.Typed;
        var others = origins.Where(o => o.Value != usual).ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal);
        return new CopiedRecord(project.Code, usual, values, others.Count > 0 ? others : null);
    }

    private static DateOnly? Date(ProjectValues values, string item) => values.Items.GetValueOrDefault(item)?.Value?.AsDate;
}
