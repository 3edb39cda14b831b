namespace Ptce.Demonstration.Study;

/// <summary>Figures across the eleven that the rule must give again: its only ranges.</summary>
internal sealed record PublishedAggregates(
    DateOnly ReferenceDate, int FirstJune, FirstCircleRange FirstCircle, PublishedValue NonEssMeanPercent, PublishedStatuses Statuses, SmallMembersRange SmallMembers,
    LargeMembersRange LargeMembers, IncomeRange Income, PublishedRange FullTimeEquivalents, BudgetRange Budget2014, PublishedRange CoordinationCost, FeesShare MembershipFees);

internal sealed record PublishedValue(int Value, string Source);

internal sealed record PublishedRange(int Minimum, int Maximum, string Source);

internal sealed record FirstCircleRange(int Minimum, int Maximum, int Above, int PolesAbove, string Source);

internal sealed record PublishedStatuses(IReadOnlyList<string> Order, IReadOnlyList<string> Few, IReadOnlyList<string> None, string Source);

/// <summary>Share of members below a number of FTE, as fractions <c>2/3</c> and <c>3/4</c>.</summary>
internal sealed record SmallMembersRange(int Below, string MinimumShare, string MaximumShare, string Source);

internal sealed record LargeMembersRange(int Above, int Minimum, int Maximum, IReadOnlyList<string> Poles, string Source);

internal sealed record IncomeRange(int Low, int High, CountRange MembersAboveHigh, string Source);

internal sealed record CountRange(int Minimum, int Maximum);

internal sealed record BudgetRange(int Minimum, int Maximum, int Mean, string Source);

internal sealed record FeesShare(int OftenBelowPercent, string Source);
