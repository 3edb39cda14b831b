namespace Ptce.Contracts.Members;

/// <summary>Members stored yearly figures that a leader had accepted. Stream: <see cref="Streams.Poles"/>/PoleKey.</summary>
/// <param name="ProposalId">Proposal in Survey.</param>
/// <param name="PoleKey">Pole (PTCE).</param>
public sealed record MemberFiguresApplied(Guid ProposalId, string PoleKey) : IEvent;
