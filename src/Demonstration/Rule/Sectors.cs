using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>
/// Rule R4: main sectors and transverse functions (tables 5 and 6 of the study, whose cells are not known). The text says where
/// sectors gather: culture in Coursive Boutaric, Culture et Coopération and partly Lille; catering in Resto Passerelle; services to
/// people in Domb'Innov and Pays de Bray; little industry, health, education, sport and banking.
/// </summary>
internal static class Sectors
{
    private static readonly string[] Frequent =
        ["arts-culture", "eco-activities", "eco-activities", "catering", "food-distribution", "building", "building", "personal-services", "creative-digital"];

    private static readonly string[] Rare = ["social-health", "education", "sport-leisure", "banking-insurance", "industry", "other"];

    private static readonly string[] Transverse =
        ["local-development", "sustainable-development", "territorial-engineering", "support-incubation", "vocational-training", "career-paths", "third-places"];

    public static string Of(StudiedPole pole, Draw draw)
    {
        var words = draw.And("sector");
        (string[] Main, int Percent) gathered = pole.Key switch
        {
            "coursive-boutaric" or "culture-et-cooperation" => (["arts-culture", "arts-culture", "creative-digital"], 80),
            "lille-metropole-solidaire" => (["arts-culture", "creative-digital"], 55),
            "resto-passerelle" => (["catering", "catering", "food-distribution"], 85),
            "dombinnov" or "pays-de-bray" => (["personal-services"], 35),
            _ => (Frequent, 88),
        };
        if (words.And("gathered").Percent(gathered.Percent))
            return words.OneOf(gathered.Main);
        return words.And("rare").Percent(20) ? words.OneOf(Rare) : words.And("frequent").OneOf(Frequent);
    }

    public static IReadOnlyList<string> Functions(StudiedPole pole, Draw draw, bool integrates, bool partner)
    {
        if (partner)
            return ["local-development"];
        List<string> functions = integrates ? ["work-integration"] : [];
        var words = draw.And("functions");
        if (words.And("any").Percent(pole.InsertionComponent ? 50 : 65))
            functions.Add(words.OneOf(Transverse));
        if (words.And("second").Percent(25))
            functions.Add(words.And("which").OneOf(Transverse));
        return [.. functions.Distinct()];
    }
}
