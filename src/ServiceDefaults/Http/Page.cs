using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Ptce.ServiceDefaults.Http;

/// <summary>A page of a list: its items and the cursor of the next page, null on the last.</summary>
/// <typeparam name="T">Item.</typeparam>
/// <param name="Items">Items of this page.</param>
/// <param name="Next">Cursor to pass as <c>?cursor=</c>; null when there is no more.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cursors and sizes of pages.</summary>
public static class Page
{
    private const int Usual = 50;
    private const int Most = 500;

    /// <summary>The page size asked for, within 1 and 500; 50 when not told.</summary>
    /// <param name="limit">Asked for.</param>
    public static int Size(int? limit) => Math.Clamp(limit ?? Usual, 1, Most);

    /// <summary>The key after which the page begins; default when there is no cursor or it is not one of ours.</summary>
    /// <typeparam name="TKey">Type of the sort key.</typeparam>
    /// <param name="cursor">Cursor of the request.</param>
    public static TKey? After<TKey>(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return default;
        try
        {
            return JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(cursor));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return default;
        }
    }

    /// <summary>Makes a page of rows that were read with one row more than asked for.</summary>
    /// <typeparam name="TRow">Row read.</typeparam>
    /// <typeparam name="TKey">Sort key.</typeparam>
    /// <typeparam name="T">Item answered.</typeparam>
    /// <param name="rows">At most <paramref name="size"/> + 1 rows, in order.</param>
    /// <param name="size">Page size.</param>
    /// <param name="key">Sort key of a row.</param>
    /// <param name="item">Item of a row.</param>
    public static Page<T> Of<TRow, TKey, T>(IReadOnlyList<TRow> rows, int size, Func<TRow, TKey> key, Func<TRow, T> item) => new(
        [.. rows.Take(size).Select(item)],
        rows.Count > size ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(key(rows[size - 1])))) : null);
}
