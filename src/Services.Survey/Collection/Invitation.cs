using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Collection;

/// <summary>
/// The letter of a dossier's member collection (lettre aux membres): co-signed by the PTCE's leader and the study team. Both approve the very text; changing a word
/// takes both approvals back.
/// </summary>
internal sealed class CollectionLetter : IVersioned
{
    public required Guid DossierId { get; init; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string? LeaderApproval { get; private set; }

    public string? AnalystApproval { get; private set; }

    public long Version { get; private set; }

    public bool IsApproved => LeaderApproval is not null && AnalystApproval is not null;

    public void Write(string subject, string text)
    {
        if ((Subject, Text) == (subject, text))
            return;
        (Subject, Text, LeaderApproval, AnalystApproval) = (subject, text, null, null);
    }

    public void ApproveAsLeader(string by) => LeaderApproval ??= by;

    public void ApproveAsAnalyst(string by) => AnalystApproval ??= by;
}

/// <summary>State of an invitation (état de l'invitation).</summary>
internal enum InvitationState
{
    /// <summary>Not sent yet (à envoyer).</summary>
    Planned,

    /// <summary>Sent (envoyée).</summary>
    Sent,

    /// <summary>The mail server refused the address (rejetée).</summary>
    Bounced,

    /// <summary>The member answered (répondue).</summary>
    Answered,

    /// <summary>Taken back (révoquée).</summary>
    Revoked,
}

/// <summary>One member organisation asked for its figures (invitation d'un membre). Name and address are for those who may read the dossier.</summary>
internal sealed class Invitation : IVersioned
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Organisation in Members.</summary>
    public required Guid OrganisationId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; set; }

    public InvitationState State { get; private set; }

    /// <summary>When a mail is to go out; null when none is.</summary>
    public DateTime? MailDueAt { get; private set; }

    public DateTime? LastSentAt { get; private set; }

    /// <summary>Mails sent, the first one included.</summary>
    public int Mails { get; private set; }

    /// <summary>What the mail server said when it refused: its status code.</summary>
    public int? RefusedWith { get; private set; }

    public long Version { get; private set; }

    /// <summary>Asks for a mail: the first, or a reminder. Nobody who has answered or was taken off is written to.</summary>
    public bool AskForMail(DateTime at)
    {
        if (State is InvitationState.Answered or InvitationState.Revoked)
            return false;
        MailDueAt ??= at;
        return true;
    }

    public void Sent(DateTime at)
    {
        (LastSentAt, MailDueAt, Mails, RefusedWith) = (at, null, Mails + 1, null);
        if (State is InvitationState.Planned or InvitationState.Bounced)
            State = InvitationState.Sent;
    }

    public void Bounced(int status) => (State, MailDueAt, RefusedWith) = (InvitationState.Bounced, null, status);

    /// <summary>The mail server is away: later.</summary>
    public void Postpone(DateTime until) => MailDueAt = until;

    public void Answer() => (State, MailDueAt) = (InvitationState.Answered, null);

    public void Revoke() => (State, MailDueAt) = (InvitationState.Revoked, null);
}

/// <summary>A personal link (lien personnel): only the hash of its secret is kept. Expires, and falls with its invitation.</summary>
internal sealed class PersonalLink
{
    /// <summary>SHA-256 of the secret.</summary>
    public required string Hash { get; init; }

    public required Guid InvitationId { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>A new secret (256 random bits) and the hash to keep.</summary>
    public static (string Secret, string Hash) Make()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (secret, HashOf(secret));
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}

/// <summary>State of a proposal (état d'une proposition).</summary>
internal enum ProposalState
{
    /// <summary>Waits for the leader (proposée).</summary>
    Proposed,

    /// <summary>The leader took it; Members has it on its way (acceptée).</summary>
    Accepted,

    /// <summary>Members stored it (appliquée).</summary>
    Applied,

    /// <summary>Members could not store it, and said why (refusée).</summary>
    Refused,

    /// <summary>The leader set it aside (écartée).</summary>
    SetAside,
}

/// <summary>What a member declared (proposition d'un membre): it enters the dossier when the leader accepts it.</summary>
internal sealed class Proposal : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required Guid InvitationId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required int Year { get; init; }

    /// <summary>FTE, annual average.</summary>
    public required decimal? FullTimeEquivalents { get; init; }

    /// <summary>Income, euro cents.</summary>
    public required long? IncomeCents { get; init; }

    public required string? IncomeBand { get; init; }

    public required int? PeopleInvolved { get; init; }

    /// <summary>Effects of cooperation as the member sees them.</summary>
    public required string? Effects { get; init; }

    public required DateTime At { get; init; }

    public ProposalState State { get; private set; }

    /// <summary>Members' problem code when it refused.</summary>
    public string? Code { get; private set; }

    public long Version { get; private set; }

    public bool Accept()
    {
        if (State is not (ProposalState.Proposed or ProposalState.Refused))
            return false;
        (State, Code) = (ProposalState.Accepted, null);
        return true;
    }

    public void SetAside() => State = State == ProposalState.Proposed ? ProposalState.SetAside : State;

    public void Applied() => State = ProposalState.Applied;

    public void Refused(string code) => (State, Code) = (ProposalState.Refused, code);
}

internal static class CollectionModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CollectionLetter>(e =>
        {
            e.ToTable("collection_letters").HasKey(l => l.DossierId);
            e.Property(l => l.DossierId).ValueGeneratedNever();
            e.Property(l => l.Subject).HasMaxLength(200);
            e.Property(l => l.LeaderApproval).IsOptionalKeyText(200);
            e.Property(l => l.AnalystApproval).IsOptionalKeyText(200);
            e.Ignore(l => l.IsApproved);
        });
        model.Entity<Invitation>(e =>
        {
            e.ToTable("invitations").HasKey(i => i.Id);
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.Name).HasMaxLength(300);
            e.Property(i => i.Email).HasMaxLength(320);
            e.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
            e.HasOne<Dossier>().WithMany().HasForeignKey(i => i.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(i => new { i.DossierId, i.OrganisationId }).IsUnique();
            e.HasIndex(i => i.MailDueAt);
        });
        model.Entity<PersonalLink>(e =>
        {
            e.ToTable("personal_links").HasKey(l => l.Hash);
            e.Property(l => l.Hash).IsKeyText(64);
            e.HasOne<Invitation>().WithMany().HasForeignKey(l => l.InvitationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Proposal>(e =>
        {
            e.ToTable("proposals").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.IncomeBand).HasMaxLength(20);
            e.Property(p => p.Effects).HasMaxLength(4000);
            e.Property(p => p.Code).IsOptionalKeyText(100);
            e.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
            e.HasOne<Dossier>().WithMany().HasForeignKey(p => p.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(p => new { p.DossierId, p.At });
        });
    }
}
