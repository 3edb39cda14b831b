using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Ptce.Messaging.Storage;

namespace Ptce.Members.Storage;

/// <summary>
/// Inserts many new rows through one prepared command, by the model's own columns and conversions, inside the transaction of the context. The
/// change tracker takes three times as long for a file of 20,000 members (bench).
/// </summary>
internal static class BulkInsert
{
    public static async Task InsertAsync<T>(this MembersDb db, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A bulk insert needs a transaction around it.");
        // The database numbers rows itself; every other key is ours.
        var columns = entity.GetProperties()
            .Where(p => !(p.IsPrimaryKey() && p.ClrType == typeof(long) && p.ValueGenerated == ValueGenerated.OnAdd))
            .Select(p => new Cell(p)).ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        var sql = db.GetService<ISqlGenerationHelper>();
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Column)))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Count; i++)
            columns[i].AddTo(command, $"@p{i}");
        var prepared = false;
        foreach (var row in rows)
        {
            foreach (var column in columns)
                column.Read(row);
            if (!prepared)
                await command.PrepareAsync(ct);
            prepared = true;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private sealed class Cell(IProperty property)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();
        private readonly bool _isVersion = property.Name == nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(property.DeclaringType.ClrType);
        private DbParameter? _parameter;

        public string Column => property.GetColumnName();

        public void AddTo(DbCommand command, string name)
        {
            _parameter = _mapping.CreateParameter(command, name, null, nullable: true);
            if (_mapping.Size is { } size)
                _parameter.Size = size;
            command.Parameters.Add(_parameter);
        }

        public void Read(object row)
        {
            var value = _isVersion ? 1L : property.PropertyInfo!.GetValue(row);
            _parameter!.Value = (value is not null && _mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
