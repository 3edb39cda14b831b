using System.Text.Json.Nodes;
using Ptce.Demonstration.Rule;
using Ptce.Demonstration.Set;

namespace Ptce.Demonstration.Loading;

/// <summary>Enters a pole, its members, their belongings and figures (section morphology, service Members).</summary>
internal sealed class LoadMorphology(ApiClient api, Token machine, PoleSet pole, DemonstrationSet set)
{
    private const string Document = "document";
    private const string Synthetic = "synthetic";
    private readonly string key = pole.Pole.Key;

    /// <summary>The pole itself: the campaign names it.</summary>
    public async Task RegisterAsync(CancellationToken ct)
    {
        List<object> recognitions = [new { Kind = "charter", Year = 2014 }];
        if (pole.Pole.Laureate2013)
            recognitions.Insert(0, new { Kind = "call", Year = 2013 });
        await api.PutAsync($"/api/members/poles/{key}", new
        {
            pole.Pole.Name,
            pole.Pole.Aliases,
            pole.Pole.TerritoryKind,
            pole.Pole.Place,
            Recognitions = recognitions,
            Profile = pole.Pole.Profile == "one-sector" ? "single-sector" : pole.Pole.Profile,
            Provenance = Document,
            Source = "étude, §1",
        }, machine, ct);
        await api.PutAsync($"/api/members/poles/{key}/years/{set.Facts.Aggregates.ReferenceDate.Year}", new
        {
            CountingRule = pole.Counting.Fr,
            pole.Counting.SecondCircleCountable,
            ConsentTables = true,
            Provenance = pole.Counting.RuleTold ? Document : Synthetic,
            Source = Source(pole.Counting.Source),
            Provenances = Differing(("consentTables", Synthetic), ("secondCircleCountable", pole.Counting.SecondCircleTold ? Document : Synthetic)),
        }, machine, ct);
    }

    /// <summary>Members, belongings and figures.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        foreach (var member in pole.Organisations)
            await api.PostAsync("/api/members/organisations", Organisation(member), machine, ct);
        foreach (var member in pole.Organisations)
            await api.PostAsync($"/api/members/poles/{key}/memberships", Membership(member), machine, ct);
        var changes = pole.Figures.Select(f => new
        {
            Id = Draw.Of("figures", key, f.Member).Id(),
            OrganisationId = OrganisationId(f.Member),
            f.Year,
            Base = 0,
            Figures = Figures(f),
        });
        Batches.RequireStored(await api.PutAsync($"/api/members/poles/{key}/figures", new { Changes = changes.ToArray() }, machine, ct));
    }

    public static Guid OrganisationId(string pole, string member) => Draw.Of("organisation", pole, member).Id();

    private Guid OrganisationId(string member) => OrganisationId(key, member);

    private object Organisation(Member member)
    {
        var named = member.Named;
        return new
        {
            Id = OrganisationId(member.Code),
            member.Name,
            member.Aliases,
            Code = new { Pole = key, member.Code },
            NaturalPerson = false,
            LegalCategories = member.LegalCategory is null ? [] : new[] { new { Code = member.LegalCategory } },
            member.Status,
            member.CooperativeForm,
            Labels = member.Labels.Select(l => new { Label = l }).ToArray(),
            member.Family,
            FamilyReason = named && member.Told.ContainsKey("family") ? "Qualifiée ainsi par l'étude" : "Jeu de démonstration",
            member.Sector,
            member.Functions,
            Consent = named,
            Provenance = named ? Document : Synthetic,
            Source = named ? Source(member.Told["name"]) : "règle R3",
            Provenances = named ? Untold(member, "legalCategories", "status", "cooperativeForm", "labels", "family", "sector", "functions", "consent") : null,
        };
    }

    private object Membership(Member member) => new
    {
        Id = Draw.Of("membership", key, member.Code).Id(),
        OrganisationId = OrganisationId(member.Code),
        Belongings = pole.Belongings.Where(b => b.Member == member.Code).OrderBy(b => b.Entry).Select((b, i) => new
        {
            Id = Draw.Of("belonging", key, member.Code).And(i).Id(),
            Circle = b.Circle == 1 ? "1" : "2",
            b.Entry,
            b.Exit,
            Provenance = b.CircleTold ? Document : Synthetic,
        }).ToArray(),
        Criteria = member.Criteria.Select(c => new { Criterion = c }).ToArray(),
        member.Founder,
        member.Lead,
        member.Relations,
        Provenance = Synthetic,
        Source = "règle R6",
    };

    private static object Figures(YearlyFigures figures) => new
    {
        figures.Fte,
        figures.Income,
        figures.IncomeBand,
        figures.IncomeBasis,
        InsertionPosts = (decimal?)figures.InsertionPosts,
        figures.InsertionContracts,
        figures.ProfessionalisationContracts,
        figures.SalariedEntrepreneurs,
        figures.Residents,
        PeopleHeads = figures.Heads,
        PeoplePresidents = figures.Presidents,
        PeopleEmployees = figures.Employees,
        PeopleVolunteers = figures.Volunteers,
        figures.People,
        Consent = false,
        DeclaredBy = "leader",
        Provenance = Synthetic,
        Source = "règles R7 et R8",
        Provenances = figures.Told.Count == 0 ? null : figures.Told.Keys.ToDictionary(k => k, _ => Document),
    };

    private static Dictionary<string, string> Untold(Member member, params string[] fields) =>
        fields.Where(f => !member.Told.ContainsKey(f)).ToDictionary(f => f, _ => Synthetic);

    private static Dictionary<string, string> Differing(params (string Field, string Provenance)[] fields) => fields.ToDictionary(f => f.Field, f => f.Provenance);

    internal static string Source(string told) => told.StartsWith('§') ? "étude, " + told : told;
}

/// <summary>Answers to a batch of changes.</summary>
internal static class Batches
{
    /// <summary>Every change was accepted, now or before.</summary>
    /// <exception cref="InvalidOperationException">One was refused, or somebody else changed the thing.</exception>
    public static void RequireStored(JsonNode answer)
    {
        var lost = answer["results"]!.AsArray().Where(r => r!["outcome"]!.GetValue<string>() is not ("accepted" or "duplicate")).ToList();
        if (lost.Count > 0)
            throw new InvalidOperationException($"{lost.Count} changes were not stored, the first: {lost[0]!.ToJsonString()}");
    }
}
