namespace Ptce.Contracts.Members;

/// <summary>Two records of one organisation became one; the others follow the redirect. Stream: <see cref="Streams.Poles"/>/kept id.</summary>
/// <param name="KeptId">Organisation that stays.</param>
/// <param name="MergedId">Organisation that now redirects to it.</param>
public sealed record OrganisationsMerged(Guid KeptId, Guid MergedId) : IEvent;
