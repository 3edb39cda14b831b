namespace Ptce.Demonstration.Study;

/// <summary>What the study tells of governance (§4).</summary>
internal sealed record GovernanceFacts(
    PolesTold Direct, DelegationsTold Delegated, PolesTold NotStated, PolesTold BoardOfCooperative, PolesTold SteeringCommittee, PolesTold Charter,
    PolesTold RulesOfPremises, DelegationsTold Authorities, PolesTold SupportOfEss, LeaderTime LeaderTimePercent, PublishedRange CoordinationFte);

/// <summary>The poles of which something is told.</summary>
internal sealed record PolesTold(string Source, IReadOnlyList<string> Poles);

/// <summary>A word told of each pole.</summary>
internal sealed record DelegationsTold(string Source, IReadOnlyDictionary<string, string> Poles);

internal sealed record LeaderTime(int Minimum, int Maximum, string When, string Source);

/// <summary>What the study tells of cooperation (§3).</summary>
internal sealed record CooperationFacts(IReadOnlyList<ToldActivity> Activities, IReadOnlyList<ToldProject> Projects, PublishedRange PeopleInvolvedPerMember);

/// <summary>An activity reported for a pole; the stage is null where the study gives none.</summary>
internal sealed record ToldActivity(string Item, string Pole, Bilingual Example, string Source, string? Stage = null);

internal sealed record Bilingual(string Fr, string En);

/// <summary>A joint project; <paramref name="MembersTold"/> is false where the study does not say how many took part.</summary>
internal sealed record ToldProject(string Pole, string Code, string Title, string Kind, int Members, string Source, bool MembersTold = true);

/// <summary>What the study tells of economics (§5); amounts in euros.</summary>
internal sealed record EconomicFacts(
    int FiscalYear, IReadOnlyDictionary<string, PolesTold> Situations, PolesTold PremisesIncluded, DelegationsTold PremisesWithCarrier, GrantTold StateGrantOfCall,
    PoleTold LargestErdf, IReadOnlyList<RentShare> RentShares, LevyTold Levy, AmountTold ContributionsInKind, AmountTold Recapitalisation,
    PolesTold AgreedContributions, IReadOnlyList<AmountTold> NeverBooked)
{
    /// <summary>Accounting situation of a pole.</summary>
    public (string Situation, string Source) SituationOf(string pole) =>
        Situations.Where(s => s.Value.Poles.Contains(pole)).Select(s => (s.Key, s.Value.Source)).Single();
}

internal sealed record GrantTold(string Source, IReadOnlyList<string> Without);

internal sealed record PoleTold(string Source, string Pole);

internal sealed record RentShare(string Pole, int Percent, string Source, int? WithContributionPercent = null, string? Contributor = null);

internal sealed record LevyTold(string Pole, int Amount, int PercentOfTurnover, string Of, string Source);

internal sealed record AmountTold(string Pole, int Amount, string Source, bool About = false, string? Title = null, string? Why = null);
