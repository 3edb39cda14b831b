using System.Diagnostics.CodeAnalysis;

namespace Ptce.Members.Organisations;

/// <summary>What follows from the facets at a date.</summary>
/// <param name="Status">Legal status.</param>
/// <param name="Family">Family.</param>
/// <param name="Reason">What decided the family.</param>
/// <param name="Integration">Integration types held.</param>
/// <param name="LegalCategory">INSEE code.</param>
/// <param name="LegalCategoryLabel">INSEE's label.</param>
internal sealed record DerivedFacets(string? Status, string? Family, string Reason, IReadOnlyList<string> Integration, string? LegalCategory, string? LegalCategoryLabel);

/// <summary>An organisation as the API answers it.</summary>
internal sealed record OrganisationView : OrganisationFacts
{
    [SetsRequiredMembers]
    public OrganisationView(Organisation organisation, DateOnly at) : base(organisation.Facts)
    {
        (Id, Key, Version, Name) = (organisation.Id, organisation.Key, organisation.Version, organisation.Facts.Name);
        var classified = organisation.Facts.At(at);
        var category = organisation.Facts.LegalCategoryAt(at);
        Derived = new(classified.Status, classified.Family, classified.Reason, organisation.Facts.IntegrationAt(at), category, category is null ? null : LegalForms.LegalCategories.Find(category)?.Label);
    }

    public Guid Id { get; }

    public string Key { get; }

    public long Version { get; }

    public DerivedFacets Derived { get; }
}
