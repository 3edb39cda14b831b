using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ptce.System.Tests.Faults;

/// <summary>Looks into the services' own tables from outside; for counting in tests only.</summary>
internal static class Outbox
{
    public static int Sent(string database, IReadOnlyCollection<string> categories) =>
        Count(database, $"SELECT COUNT(*) FROM outbox_messages WHERE \"SentAt\" IS NOT NULL AND \"Category\" IN ({string.Join(',', categories.Select(c => $"'{c}'"))})");

    public static int Unconfirmed(string database) => Count(database, "SELECT COUNT(*) FROM outbox_messages WHERE \"SentAt\" IS NULL AND \"Sequence\" IS NOT NULL");

    public static int Waiting(string database) => Count(database, "SELECT COUNT(*) FROM outbox_messages WHERE \"SentAt\" IS NULL");

    public static int Applied(string database) => Count(database, "SELECT COALESCE(SUM(\"LastSequence\"), 0) FROM inbox_streams");

    public static int DeadLetters(string database) => Count(database, "SELECT COUNT(*) FROM dead_letters");

    public static int Parked(string database) => Count(database, "SELECT COUNT(*) FROM inbox_parked");

    private static int Count(string database, string sql) => Read(database, sql) is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;

    private static List<string> Read(string database, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 10 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'outbox_messages'";
        if ((long)command.ExecuteScalar()! == 0)
            return [];
        command.CommandText = sql;
        List<string> rows = [];
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
