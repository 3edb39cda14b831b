namespace Ptce.Identity.Mail;

/// <summary>A mail that waits to be sent; written with what it tells of, removed once the mail server has taken it.</summary>
internal sealed class OutgoingMail
{
    public Guid Id { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Text, protected by Data Protection: it carries a personal link.</summary>
    public required byte[] Body { get; init; }

    public DateTime WrittenAt { get; init; }

    /// <summary>After this the link in it is worthless and the mail is dropped unsent, UTC.</summary>
    public DateTime UselessAt { get; init; }

    public int Attempts { get; set; }

    public DateTime NextAttemptAt { get; set; }
}
