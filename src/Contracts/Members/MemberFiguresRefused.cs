namespace Ptce.Contracts.Members;

/// <summary>Members refused yearly figures that a leader had accepted. Stream: <see cref="Streams.Poles"/>/PoleKey.</summary>
/// <param name="ProposalId">Proposal in Survey.</param>
/// <param name="PoleKey">Pole (PTCE).</param>
/// <param name="Code">Problem code, e.g. <c>members.figures.negative</c>.</param>
public sealed record MemberFiguresRefused(Guid ProposalId, string PoleKey, string Code) : IEvent;
