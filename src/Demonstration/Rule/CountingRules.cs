using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Rule;

/// <summary>The rule by which a pole counts its first circle: the study's where it tells one, else a sentence that says it is invented.</summary>
internal static class CountingRules
{
    public static CountingRule Of(StudiedPole pole, bool countable) =>
        pole.FirstCircle is { } told
            ? new(told.Fr, countable, RuleTold: true, SecondCircleTold: pole.SecondCircle is not null, told.Source)
            : new("Règle de démonstration : organisations adhérentes ou signataires", countable, RuleTold: false, SecondCircleTold: false, "règle R5");
}
