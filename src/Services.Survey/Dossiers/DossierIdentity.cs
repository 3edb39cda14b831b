using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Survey.Dossiers;

/// <summary>
/// The identity of a dossier: UUIDv5 (RFC 9562 §5.5) of the campaign's id as name space and the PoleKey as name, so that every
/// service and every client can name a dossier without asking, and opening a campaign twice opens the same dossiers.
/// </summary>
internal static class DossierIdentity
{
    [SuppressMessage("Security", "CA5350", Justification = "UUID version 5 is defined over SHA-1; nothing here is secret or trusted.")]
    public static Guid Of(Guid campaign, string poleKey)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetByteCount(poleKey)];
        campaign.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(poleKey, input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
