using System.Text.Json;

namespace Ptce.Demonstration.Study;

/// <summary>
/// The facts that the study of 2015 publishes, read from <c>data/study-2015</c>. Nothing is completed here: what the study does not
/// tell is null or absent, and is made by the rule.
/// </summary>
internal sealed record StudyFacts(
    IReadOnlyList<StudiedPole> Poles,
    IReadOnlyList<NamedOrganisation> Organisations,
    IReadOnlyList<UnnamedOrganisations> Unnamed,
    GovernanceFacts Governance,
    CooperationFacts Cooperation,
    EconomicFacts Economics,
    PublishedAggregates Aggregates,
    IReadOnlyList<DataNote> DataNotes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads every file of the data set.</summary>
    /// <exception cref="JsonException">A file is not what its record says.</exception>
    public static StudyFacts Read()
    {
        var poles = File<PolesFile>("poles");
        var organisations = File<OrganisationsFile>("organisations");
        return new(poles.Poles, organisations.Organisations, organisations.Unnamed, File<GovernanceFacts>("governance"), File<CooperationFacts>("cooperation"),
            File<EconomicFacts>("economics"), File<PublishedAggregates>("aggregates"), File<List<DataNote>>("data-notes"));
    }

    /// <summary>The pole with this key.</summary>
    public StudiedPole Pole(string key) => Poles.Single(p => p.Key == key);

    private static T File<T>(string name)
    {
        using var stream = typeof(StudyFacts).Assembly.GetManifestResourceStream($"study-2015/{name}.json")
            ?? throw new InvalidOperationException($"data/study-2015/{name}.json is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new JsonException($"{name}.json is empty.");
    }

    private sealed record PolesFile(List<StudiedPole> Poles);

    private sealed record OrganisationsFile(List<NamedOrganisation> Organisations, List<UnnamedOrganisations> Unnamed);
}
