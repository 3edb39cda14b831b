namespace Ptce.Members.Organisations.LegalForms;

/// <summary>The facets of an organisation that hold at one date, from which status and family follow.</summary>
/// <param name="LegalCategory">INSEE code, null when not known.</param>
/// <param name="CooperativeForm">Co-operative form, null for none.</param>
/// <param name="Labels">Labels held at the date.</param>
/// <param name="DeclaredStatus">Status declared, null when left to the rules.</param>
internal sealed record Facets(string? LegalCategory, string? CooperativeForm, IReadOnlyCollection<string> Labels, string? DeclaredStatus);

/// <summary>Status and family as the rules derive them.</summary>
/// <param name="Status">Legal status, null when nothing tells.</param>
/// <param name="Family">Family, null when somebody must tell.</param>
/// <param name="Reason">The rule that decided, a code.</param>
internal sealed record Classification(string? Status, string? Family, string Reason)
{
    /// <summary>
    /// Derives status and family. The form that a co-operative declares and the ESS mention of a company go before the legal
    /// category, which goes before the declared status.
    /// </summary>
    public static Classification Of(Facets facets)
    {
        var category = facets.LegalCategory is { } code ? LegalCategories.Find(code) : null;
        var status = facets.DeclaredStatus ?? StatusOf(facets.CooperativeForm, category);
        if (facets.CooperativeForm is not null || facets.DeclaredStatus is "scop" or "scic" or "ues" or "other-cooperative")
            return new(status, "ess", "cooperative-form");
        var mayBeMentioned = category is null || category.Perimeter is Perimeter.Company or Perimeter.Ask;
        if (mayBeMentioned && facets.Labels.Any(label => label is "ess-company" or "esus"))
            return new(status, "ess", "ess-mention");
        if (category is not null && category.Perimeter != Perimeter.Ask)
            return new(status, FamilyOf(category.Perimeter), "legal-category");
        return StatusFamily(facets.DeclaredStatus) is { } family
            ? new(status, family, "declared-status")
            : new(status, null, category is null ? "nothing-known" : "form-does-not-tell");
    }

    private static string? StatusOf(string? cooperativeForm, LegalCategory? category) => cooperativeForm switch
    {
        "scop" or "scic" or "ues" => cooperativeForm,
        // A CAE, or another form: the legal category may say SCOP.
        "cae" or "other" => category?.Status is "scop" ? "scop" : "other-cooperative",
        _ => category?.Status,
    };

    private static string FamilyOf(Perimeter perimeter) => perimeter switch
    {
        Perimeter.Ess => "ess",
        Perimeter.Company or Perimeter.NonEss => "non-ess",
        Perimeter.Authority => "authority",
        Perimeter.Research => "research",
        Perimeter.Training => "training",
        _ => "other",
    };

    private static string? StatusFamily(string? status) => status switch
    {
        "association" or "scop" or "scic" or "other-cooperative" or "ues" or "mutual" or "foundation" => "ess",
        "company" or "individual" => "non-ess",
        "authority" or "epci" => "authority",
        "university" => "research",
        "training-body" => "training",
        "public-establishment" or "chamber" => "other",
        _ => null,
    };
}
