using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ptce.Members.Storage;

/// <summary>A property kept as one JSON text on both providers; immutable, so it is replaced and never changed in place.</summary>
internal static class DocumentConversion
{
    public static void IsDocument<T>(this PropertyBuilder<T> property) => property
        .HasConversion(
            document => Json.Write(document),
            json => Json.Read<T>(json),
            new ValueComparer<T>((one, other) => Json.Same(one, other), document => Json.Write(document).GetHashCode(StringComparison.Ordinal), document => document))
        .IsUnicode();
}
