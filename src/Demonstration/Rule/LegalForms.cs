namespace Ptce.Demonstration.Rule;

/// <summary>INSEE legal category and co-operative form.</summary>
internal sealed record LegalForm(string? Category, string? Cooperative);

/// <summary>A legal category that agrees with the status (catégories juridiques, niveau III).</summary>
internal static class LegalForms
{
    public static LegalForm Of(string status, bool employersGroup, Draw draw) => status switch
    {
        "association" when employersGroup => new("9223", null),
        "association" => new("9220", null),
        "scic" => new(draw.And("category").OneOf<string>(["5460", "5560", "5710"]), "scic"),
        "scop" => new(draw.And("category").OneOf<string>(["5458", "5458", "5558"]), "scop"),
        "ues" => new("5459", "ues"),
        "foundation" => new("9300", null),
        "company" => new(draw.And("category").OneOf<string>(["5499", "5498", "5710", "5720"]), null),
        "authority" => new("7210", null),
        "epci" => new("7344", null),
        _ => new(null, null),
    };
}
