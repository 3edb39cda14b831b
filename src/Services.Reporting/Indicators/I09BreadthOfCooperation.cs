using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>Breadth of cooperation (étendue de la coopération), over all activities and by modality.</summary>
internal sealed class I09BreadthOfCooperation : IIndicator
{
    public string Code => "I09";

    public Label Name => new("Étendue de la coopération", "Breadth of cooperation");

    public Label Formula => new(
        "Activités C1 à C3 au stade « pour certains membres » ou « généralisé » ÷ activités renseignées ; par modalité. D'une édition à l'autre, seules les activités communes se comparent.",
        "Activities C1–C3 at stage “for some members” or “generalised” ÷ activities answered; by modality. Across editions only common activities are compared.");

    public IReadOnlyList<Figure> Compute(CampaignFacts campaign)
    {
        var set = new FigureSet(campaign, Code, Periods.Campaign(campaign), Publish.Sensitive);
        set.Shares([.. campaign.Poles.Select(pole => Share(pole, ""))]);
        foreach (var modality in new[] { "C1", "C2", "C3" })
            set.Shares([.. campaign.Poles.Select(pole => Share(pole, modality + "."))], modality);
        return set.Figures;
    }

    private static PoleShare Share(PoleFacts pole, string prefix)
    {
        if (pole.Cooperation is null)
            return new(pole, null, null, Provenance.None);
        var stages = pole.Cooperation.Stages.Where(stage => stage.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(stage => stage.Value).ToArray();
        return new(pole, stages.Count(stage => stage.IsActive), stages.Length, stages.Select(stage => stage.Origin).Union());
    }
}
