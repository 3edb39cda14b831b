using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ptce.Messaging.Inbox;

/// <summary>Tells what will pass by itself (a locked, full or unreachable database, a race) from what will fail for ever.</summary>
internal static class Transience
{
    internal static bool IsTransient(Exception error) => error switch
    {
        DbUpdateConcurrencyException => true,
        // BUSY, LOCKED, IOERR, FULL, CANTOPEN
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 10 or 13 or 14,
        // Deadlock victim, time-out, network, database unavailable.
        SqlException sql => sql.Number is 1205 or -2 or 53 or 64 or 233 or 4060 or 10053 or 10054 or 10060 or 40197 or 40501 or 40613,
        DbException database => database.IsTransient,
        HttpRequestException or TimeoutException => true,
        { InnerException: { } inner } => IsTransient(inner),
        _ => false,
    };
}
