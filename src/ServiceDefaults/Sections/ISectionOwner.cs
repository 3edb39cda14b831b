namespace Ptce.ServiceDefaults.Sections;

/// <summary>
/// What the owner of a section tells other services: the state of its working content, and signed copies by digest. The owner in the same process
/// answers directly, one elsewhere over HTTP or Dapr.
/// </summary>
public interface ISectionOwner
{
    /// <summary>State of the working content of a section; null when the owner does not know the dossier.</summary>
    /// <param name="dossierId">Dossier.</param>
    /// <param name="section">Section key.</param>
    /// <param name="ct">Cancels reading.</param>
    Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct);

    /// <summary>The canonical bytes of a copy; null when there is none of that digest.</summary>
    /// <param name="digest">SHA-256, lower-case hexadecimal.</param>
    /// <param name="ct">Cancels reading.</param>
    Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct);
}

/// <summary>State of a section's working content.</summary>
/// <param name="Revision">Rises with every edit.</param>
/// <param name="Blocking">Open blocking errors.</param>
/// <param name="Warnings">Open warnings.</param>
/// <param name="Answered">Items or records filled.</param>
/// <param name="Expected">Items or records expected.</param>
/// <param name="Complete">Everything required is there.</param>
public sealed record SectionHead(long Revision, int Blocking, int Warnings, int Answered, int Expected, bool Complete);
