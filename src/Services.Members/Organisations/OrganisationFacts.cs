using Ptce.Members.Identifiers;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations.LegalForms;
using Ptce.Members.Territories;
using Ptce.Members.Vocabulary;

namespace Ptce.Members.Organisations;

/// <summary>The code that a pole gives an organisation without SIREN or RNA.</summary>
/// <param name="Pole">PoleKey.</param>
/// <param name="Code">Code inside the pole.</param>
internal sealed record MemberCode(string Pole, string Code);

/// <summary>A legal category of INSEE from a date on.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="From">First day, null when it always was.</param>
internal sealed record DatedCategory(string Code, DateOnly? From = null);

/// <summary>A label or integration type (label, type d'insertion) held for a time.</summary>
/// <param name="Label">Code.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it no longer holds.</param>
internal sealed record DatedLabel(string Label, DateOnly? From = null, DateOnly? To = null);

/// <summary>An activity code with its nomenclature and date (code NAF, APE).</summary>
/// <param name="Nomenclature"><c>NAFRev2</c> or <c>NAF2025</c>.</param>
/// <param name="Code">Code.</param>
/// <param name="Date">When it was read.</param>
internal sealed record NafCode(string Nomenclature, string Code, DateOnly? Date = null);

/// <summary>What is told of an organisation (organisation), whatever the number of PTCE it belongs to.</summary>
internal record OrganisationFacts : Provenanced
{
    public required string Name { get; init; }

    public string? Acronym { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }

    public string? Siren { get; init; }

    public string? Siret { get; init; }

    public string? Rna { get; init; }

    public MemberCode? Code { get; init; }

    /// <summary>A natural person (personne physique): name and identifiers are personal data.</summary>
    public bool NaturalPerson { get; init; }

    public IReadOnlyList<DatedCategory>? LegalCategories { get; init; }

    public string? Status { get; init; }

    public string? CooperativeForm { get; init; }

    public IReadOnlyList<DatedLabel>? Labels { get; init; }

    public string? Family { get; init; }

    /// <summary>Why the family is not the one the rules derive.</summary>
    public string? FamilyReason { get; init; }

    public string? Sector { get; init; }

    public IReadOnlyList<string>? Functions { get; init; }

    public IReadOnlyList<NafCode>? Naf { get; init; }

    /// <summary>Commune of the head office, INSEE code.</summary>
    public string? Municipality { get; init; }

    /// <summary>Consent to be named in what is published.</summary>
    public bool? Consent { get; init; }

    /// <summary>Identifiers without spaces, texts without blanks around them.</summary>
    public OrganisationFacts Normal() => this with
    {
        Name = Name?.Trim() ?? "",
        Siren = Blank(Siren) ? null : Digits.Compact(Siren!),
        Siret = Blank(Siret) ? null : Digits.Compact(Siret!),
        Rna = Blank(Rna) ? null : Digits.Compact(Rna!).ToUpperInvariant(),
        Aliases = Aliases is { Count: 0 } ? null : Aliases,
    };

    /// <summary>Status and family at a date, by the rules and the family declared.</summary>
    public Classification At(DateOnly date)
    {
        var derived = Derive(date);
        return Family is null ? derived : derived with { Family = Family, Reason = Family == derived.Family ? derived.Reason : "declared" };
    }

    /// <summary>Integration types held at a date.</summary>
    public IReadOnlyList<string> IntegrationAt(DateOnly date) => [.. LabelsAt(date).Where(Lists.Integration.Has).Order(StringComparer.Ordinal)];

    public string? LegalCategoryAt(DateOnly date) =>
        LegalCategories?.Where(c => c.From is null || c.From <= date).OrderBy(c => c.From ?? DateOnly.MinValue).LastOrDefault()?.Code;

    /// <summary>Business key: SIREN, else RNA, else pole and member code. A natural person goes by its code only.</summary>
    public string BusinessKey() =>
        Siren is not null && !NaturalPerson ? "siren:" + Siren
        : Rna is not null && !NaturalPerson ? "rna:" + Rna
        : Code is not null ? $"code:{Code.Pole}/{Code.Code}"
        : "";

    public FieldChecks Check(DateOnly today)
    {
        var checks = new FieldChecks();
        CheckProvenance(checks);
        checks.Text(Name, "name", 200, required: true).Text(Acronym, "acronym", 40).Text(FamilyReason, "familyReason", 300)
            .OneOf(Lists.Statuses, Status, "status").OneOf(Lists.CooperativeForms, CooperativeForm, "cooperativeForm")
            .OneOf(Lists.Families, Family, "family").OneOf(Lists.Sectors, Sector, "sector").AllOf(Lists.Functions, Functions, "functions")
            .Require(Municipality is null || Geography.Current.Find("commune", Municipality) is not null, FieldRules.TerritoryCode, "municipality", Municipality);
        CheckIdentifiers(checks);
        for (var i = 0; i < (Aliases?.Count ?? 0); i++)
            checks.Text(Aliases![i], $"aliases/{i}", 200, required: true);
        CheckDated(checks);
        if (checks.Passed && Family is not null && Derive(today).Family is { } derived && derived != Family)
            checks.Require(!string.IsNullOrWhiteSpace(FamilyReason), OrganisationRules.FamilyReasonMissing, "familyReason", Family);
        return checks;
    }

    /// <summary>Without what is personal: what the journal may keep.</summary>
    public OrganisationFacts Impersonal() => !NaturalPerson ? this : this with { Name = "…", Acronym = null, Aliases = null, Siren = null, Siret = null, Rna = null, Municipality = null };

    private void CheckIdentifiers(FieldChecks checks)
    {
        if (Siren is not null)
            checks.Hold(Identifiers.Siren.Check(Siren, out _), "siren", Siren);
        if (Siret is not null)
            checks.Hold(Identifiers.Siret.Check(Siret, out _), "siret", Siret)
                .Require(Siren is null || Siret.StartsWith(Siren, StringComparison.Ordinal), IdentifierRules.SiretOfOther, "siret", Siret);
        if (Rna is not null)
            checks.Hold(Identifiers.Rna.Check(Rna, out _), "rna", Rna);
        if (Code is not null)
            checks.Hold(Slug.CheckPoleKey(Code.Pole ?? ""), "code/pole", Code.Pole).Hold(Slug.CheckMemberCode(Code.Code ?? ""), "code/code", Code.Code);
        checks.Require(!NaturalPerson || Code is not null, OrganisationRules.PersonWithoutCode, "code", null)
            .Require(Siren is not null || Rna is not null || Code is not null, OrganisationRules.KeyMissing, "siren", null);
    }

    private void CheckDated(FieldChecks checks)
    {
        for (var i = 0; i < (LegalCategories?.Count ?? 0); i++)
            checks.Require(LegalCategories![i].Code is { } code && LegalForms.LegalCategories.Find(code) is not null, OrganisationRules.LegalCategoryUnknown, $"legalCategories/{i}/code", LegalCategories[i].Code)
                .Require(!LegalCategories.Take(i).Any(c => c.From == LegalCategories[i].From), FieldRules.Twice, $"legalCategories/{i}/from", LegalCategories[i].From);
        for (var i = 0; i < (Labels?.Count ?? 0); i++)
        {
            var label = Labels![i];
            checks.OneOf(Lists.Labels, label.Label, $"labels/{i}/label", required: true)
                .Require(!new Period(label.From, label.To).IsEmpty, FieldRules.DateOrder, $"labels/{i}/to", label.To);
        }
        for (var i = 0; i < (Naf?.Count ?? 0); i++)
            checks.OneOf(Lists.NafNomenclatures, Naf![i].Nomenclature, $"naf/{i}/nomenclature", required: true).Text(Naf[i].Code, $"naf/{i}/code", 8, required: true);
    }

    private Classification Derive(DateOnly date) => Classification.Of(new(LegalCategoryAt(date), CooperativeForm, LabelsAt(date), Status));

    private List<string> LabelsAt(DateOnly date) => [.. (Labels ?? []).Where(l => new Period(l.From, l.To).Contains(date)).Select(l => l.Label).Distinct()];

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}
