namespace Ptce.Identity.Keys;

/// <summary>When keys are made, used and dropped. Configuration section <c>Identity:Keys</c>.</summary>
public sealed class KeyRotation
{
    /// <summary>How long a key signs. Default 90 days.</summary>
    public TimeSpan Use { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a new key is published before it signs, so that every service and cache has it. Default 2 days.</summary>
    public TimeSpan Announce { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long a replaced key is still accepted; must exceed the life of refresh tokens for encryption keys. Default 30 days.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(30);
}
