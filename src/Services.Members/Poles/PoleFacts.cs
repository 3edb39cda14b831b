using Ptce.Members.Identifiers;
using Ptce.Members.Territories;
using Ptce.Members.Vocabulary;

namespace Ptce.Members.Poles;

/// <summary>A recognition of a pole (reconnaissance): a call for projects won, the charter signed.</summary>
/// <param name="Kind"><c>call</c>, <c>charter</c> or <c>other</c>.</param>
/// <param name="Year">Year.</param>
internal sealed record Recognition(string Kind, int Year);

/// <summary>What is told of a pole (pôle territorial de coopération économique).</summary>
internal record PoleFacts : Provenanced
{
    public required string Name { get; init; }

    public string? Acronym { get; init; }

    /// <summary>Other spellings.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    public string? TerritoryKind { get; init; }

    /// <summary>Communes covered, INSEE codes.</summary>
    public IReadOnlyList<string>? Communes { get; init; }

    /// <summary>EPCI covered, SIREN.</summary>
    public IReadOnlyList<string>? Epci { get; init; }

    public IReadOnlyList<string>? Departements { get; init; }

    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Regions of before 2016, codes of then.</summary>
    public IReadOnlyList<string>? FormerRegions { get; init; }

    /// <summary>The territory in the pole's own words.</summary>
    public string? Place { get; init; }

    public int? FirstCooperationYear { get; init; }

    public int? FormalisedYear { get; init; }

    public IReadOnlyList<Recognition>? Recognitions { get; init; }

    public Guid? LeadOrganisationId { get; init; }

    public string? Profile { get; init; }

    public string? Website { get; init; }

    /// <summary>Whom to write to: personal data, never in a copy, an event or a log.</summary>
    public string? Contact { get; init; }

    public FieldChecks Check()
    {
        var checks = new FieldChecks();
        CheckProvenance(checks);
        checks.Text(Name, "name", 200, required: true).Text(Acronym, "acronym", 40).Text(Place, "place", 300).Text(Website, "website", 300).Text(Contact, "contact", 300)
            .OneOf(Lists.TerritoryKinds, TerritoryKind, "territoryKind").OneOf(Lists.Profiles, Profile, "profile")
            .Year(FirstCooperationYear, "firstCooperationYear").Year(FormalisedYear, "formalisedYear")
            .Require(FirstCooperationYear is null || FormalisedYear is null || FirstCooperationYear <= FormalisedYear, FieldRules.YearOrder, "formalisedYear", FormalisedYear);
        for (var i = 0; i < (Aliases?.Count ?? 0); i++)
            checks.Text(Aliases![i], $"aliases/{i}", 200, required: true);
        for (var i = 0; i < (Recognitions?.Count ?? 0); i++)
            checks.OneOf(Lists.Recognitions, Recognitions![i].Kind, $"recognitions/{i}/kind", required: true).Year(Recognitions[i].Year, $"recognitions/{i}/year");
        CheckCodes(checks, Communes, "communes", "commune");
        CheckCodes(checks, Departements, "departements", "departement");
        CheckCodes(checks, Regions, "regions", "region");
        CheckCodes(checks, FormerRegions, "formerRegions", "former-region");
        // EPCI are merged and dissolved every year: one of another vintage is told by its SIREN.
        for (var i = 0; i < (Epci?.Count ?? 0); i++)
            checks.Hold(Siren.Check(Epci![i], out _) is null ? null : FieldRules.TerritoryCode, $"epci/{i}", Epci[i]).Require(!Epci.Take(i).Contains(Epci[i]), FieldRules.Twice, $"epci/{i}", Epci[i]);
        return checks;
    }

    /// <summary>Without what is personal: what the journal may keep.</summary>
    public PoleFacts Impersonal() => this with { Contact = Contact is null ? null : "…" };

    private static void CheckCodes(FieldChecks checks, IReadOnlyList<string>? codes, string field, string level)
    {
        for (var i = 0; i < (codes?.Count ?? 0); i++)
            checks.Require(Geography.Current.Find(level, codes![i]) is not null, FieldRules.TerritoryCode, $"{field}/{i}", codes[i])
                .Require(!codes.Take(i).Contains(codes[i]), FieldRules.Twice, $"{field}/{i}", codes[i]);
    }
}
