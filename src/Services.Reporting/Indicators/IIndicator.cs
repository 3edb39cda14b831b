using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Indicators;

/// <summary>One indicator (indicateur): from what is signed to figures, by pole and across poles. Pure.</summary>
internal interface IIndicator
{
    /// <summary><c>I01</c> … <c>I18</c>.</summary>
    string Code { get; }

    Label Name { get; }

    /// <summary>How it is computed, as the report prints it.</summary>
    Label Formula { get; }

    IReadOnlyList<Figure> Compute(CampaignFacts campaign);
}
