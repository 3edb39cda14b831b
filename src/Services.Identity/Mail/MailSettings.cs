namespace Ptce.Identity.Mail;

/// <summary>The mail server. Configuration section <c>Mail</c>.</summary>
public sealed class MailSettings
{
    /// <summary>SMTP host; without it nothing is sent, and administrators are given the links to hand over.</summary>
    public string? Host { get; set; }

    /// <summary>SMTP port; default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>User name, when the server asks for one.</summary>
    public string? User { get; set; }

    /// <summary>Password, when the server asks for one.</summary>
    public string? Password { get; set; }

    /// <summary>Sender.</summary>
    public string From { get; set; } = "observatoire@localhost";

    /// <summary>Whether the connection must be encrypted; false only for a server on this machine.</summary>
    public bool Encrypted { get; set; } = true;

    internal bool IsConfigured => !string.IsNullOrEmpty(Host);
}
