namespace Ptce.Members.Organisations.LegalForms;

/// <summary>A legal category (catégorie juridique) of INSEE, level III.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Label">INSEE's label.</param>
/// <param name="Status">Legal status in the grid's words.</param>
/// <param name="Perimeter">What the form alone says about the family.</param>
internal sealed record LegalCategory(string Code, string Label, string Status, Perimeter Perimeter);

/// <summary>
/// What a legal form alone says about the family (loi 2014-856 art. 1): some forms are ESS by right, some never, a
/// commercial company only when it says so in the register, and for some the form does not tell.
/// </summary>
internal enum Perimeter
{
    /// <summary>ESS by right of its form (art. 1-II-1°).</summary>
    Ess,

    /// <summary>ESS only with the mention in the register (art. 1-II-2°) or when it is a co-operative.</summary>
    Company,

    /// <summary>Enterprise that can never be ESS.</summary>
    NonEss,

    /// <summary>Local authority or a grouping of authorities.</summary>
    Authority,

    /// <summary>Research or higher education.</summary>
    Research,

    /// <summary>Public training body.</summary>
    Training,

    /// <summary>Another body of public or private law, not an enterprise.</summary>
    Other,

    /// <summary>The form does not tell: somebody must.</summary>
    Ask,
}
