using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Induced jobs (emplois induits): five counts with their own unit, never summed, never added to I05.</summary>
internal sealed class I06InducedJobs : IIndicator
{
    public static readonly IReadOnlyList<InducedJob> Kinds =
    [
        new("insertion-posts", "insertionPosts", new("Postes d'insertion (ETP)", "Insertion posts (FTE)"), Units.Fte, year => year.InsertionPosts),
        new("insertion-contracts", "insertionContracts", new("Contrats d'insertion", "Insertion contracts"), Units.Count, year => year.InsertionContracts),
        new("professionalisation-contracts", "professionalisationContracts", new("Contrats de professionnalisation", "Professionalisation contracts"), Units.Count, year => year.ProfessionalisationContracts),
        new("salaried-entrepreneurs", "salariedEntrepreneurs", new("Entrepreneurs salariés", "Salaried entrepreneurs"), Units.People, year => year.SalariedEntrepreneurs),
        new("residents", "residents", new("Résidents des espaces", "Residents of the spaces"), Units.Count, year => year.Residents),
    ];

    public string Code => "I06";

    public Label Name => new("Emplois induits", "Induced jobs");

    public Label Formula => new(
        "Cinq comptes séparés, chacun dans son unité : postes d'insertion (ETP), contrats d'insertion, contrats de professionnalisation, entrepreneurs salariés, résidents. Jamais additionnés, ni entre eux ni aux ETP des membres ; un résident qui est membre n'est compté que parmi les membres.",
        "Five separate counts, each in its unit: insertion posts (FTE), insertion contracts, professionalisation contracts, salaried entrepreneurs, residents. Never summed, nor added to members' FTE; a resident that is a member counts among members only.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var set = new FigureSet(campaign, Code, Periods.Fiscal(campaign), Publish.Sensitive);
        foreach (var kind in Kinds)
            set.Values(kind.Unit, [.. campaign.Poles.Select(pole => pole.SumOf(campaign, kind.Field, kind.Ask))], kind.Part, pooled: MemberFigures.PooledSum(campaign, kind.Ask));
        return set.Figures;
    }
}

/// <param name="Part">Name of the part.</param>
/// <param name="Field">Field of the copy, for its provenance.</param>
/// <param name="Label">Words for it.</param>
/// <param name="Unit">Unit of the count.</param>
/// <param name="Ask">Reads the count from a member's year.</param>
internal sealed record InducedJob(string Part, string Field, Label Label, string Unit, Func<MemberYear, decimal?> Ask);
