using System.Security.Cryptography;
using System.Text;
using Ptce.Reporting.Documents.Store;

namespace Ptce.Reporting.Documents.Print;

/// <summary>
/// The PDF of a page. Public ones are kept, named by the page they were printed from, so that each is printed once; what only some may read is
/// printed anew and kept nowhere.
/// </summary>
internal sealed class PrintDocument(Chromium chromium, IDocumentStore store)
{
    /// <summary>The PDF; null when it cannot be made.</summary>
    public async Task<byte[]?> OfAsync(string html, bool isPublic, CancellationToken ct)
    {
        if (!isPublic)
            return await chromium.PrintAsync(html, ct);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))) + ".pdf";
        if (await store.ReadAsync(name, ct) is { } kept)
            return kept;
        if (await chromium.PrintAsync(html, ct) is not { } printed)
            return null;
        await store.WriteAsync(name, printed, ct);
        return printed;
    }
}
