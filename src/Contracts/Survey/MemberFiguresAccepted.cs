namespace Ptce.Contracts.Survey;

/// <summary>A leader accepted what a member declared: Members applies it or refuses, visibly. Stream: <see cref="Streams.Figures"/>/PoleKey.</summary>
/// <param name="ProposalId">Proposal in Survey.</param>
/// <param name="PoleKey">Pole (PTCE).</param>
/// <param name="OrganisationId">Organisation.</param>
/// <param name="Year">Year of the figures.</param>
/// <param name="FullTimeEquivalents">FTE, annual average; null when not told.</param>
/// <param name="IncomeCents">Income in euro cents; null when not told.</param>
/// <param name="IncomeBand">Band instead of an amount: <c>below-1m</c>, <c>1m-2m</c>, <c>above-2m</c>.</param>
/// <param name="PeopleInvolved">People involved in cooperation.</param>
public sealed record MemberFiguresAccepted(Guid ProposalId, string PoleKey, Guid OrganisationId, int Year, decimal? FullTimeEquivalents, long? IncomeCents, string? IncomeBand, int? PeopleInvolved) : IEvent;
