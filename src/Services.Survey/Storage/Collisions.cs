using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ptce.Survey.Storage;

/// <summary>Tells two writers that met from a bug: the later one starts again from what the first one stored.</summary>
internal static class Collisions
{
    /// <summary>How often a writer starts again before the client is told to.</summary>
    public const int Attempts = 8;

    // SQLite: constraint. SQL Server: unique index, primary key, deadlock victim.
    public static bool Is(DbUpdateException error) => error is DbUpdateConcurrencyException
        || error.InnerException is SqliteException { SqliteErrorCode: 19 } or SqlException { Number: 2601 or 2627 or 1205 };
}
