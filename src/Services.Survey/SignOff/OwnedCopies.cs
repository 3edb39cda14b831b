using Ptce.ServiceDefaults.Sections;

namespace Ptce.Survey.SignOff;

/// <summary>Fetches copies from their owners.</summary>
internal static class OwnedCopies
{
    /// <summary>The bytes of a copy; null when the owner does not answer or has none.</summary>
    public static async Task<byte[]?> ReadAsync(SectionOwners owners, string owner, string digest, CancellationToken ct)
    {
        try
        {
            return await owners.Get(owner).ReadCopyAsync(digest, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
