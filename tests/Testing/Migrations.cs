using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace Ptce.Testing;

/// <summary>
/// Checks of migrations for both providers. No SQL Server can run here: its scripts are parsed by ScriptDom and bound by DacFx's model.
/// </summary>
public static class Migrations
{
    /// <summary>The model has nothing that the migrations lack.</summary>
    public static void AssertComplete(DbContext db) =>
        Assert.False(db.Database.HasPendingModelChanges(), $"{db.GetType().Name} has changes without a migration: dotnet ef migrations add …");

    /// <summary>The T-SQL of all migrations from an empty database, batch by batch.</summary>
    public static string SqlServerScript(DbContext db) => db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Default);

    /// <summary>What is wrong with a T-SQL script; nothing when it parses and its objects bind.</summary>
    public static IReadOnlyList<string> FaultsOf(string script)
    {
        using var reader = new StringReader(script);
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
            return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var faults = new List<string>();
        foreach (var statement in ((TSqlScript)parsed).Batches.SelectMany(batch => batch.Statements))
            faults.AddRange(AddTo(model, statement));
        faults.AddRange(model.Validate().Where(message => message.MessageType == DacMessageType.Error).Select(message => message.Message));
        faults.AddRange(KeysOnUnboundedText(parsed));
        return faults;
    }

    // Data statements and procedural IFs are not part of a model; tables, indexes and constraints are.
    private static IEnumerable<string> AddTo(TSqlModel model, TSqlStatement statement)
    {
        if (statement is not (CreateTableStatement or CreateIndexStatement or AlterTableAddTableElementStatement or CreateSequenceStatement or CreateSchemaStatement))
            yield break;
        new Sql160ScriptGenerator().GenerateScript(statement, out var text);
        string? fault = null;
        try
        {
            model.AddObjects(text);
        }
        catch (DacModelException e)
        {
            fault = e.Message;
        }
        if (fault is not null)
            yield return fault;
    }

    // DacFx does not notice a key on nvarchar(max).
    private static List<string> KeysOnUnboundedText(TSqlFragment script)
    {
        var visitor = new UnboundedKeys();
        script.Accept(visitor);
        return visitor.Faults;
    }

    private sealed class UnboundedKeys : TSqlFragmentVisitor
    {
        private readonly Dictionary<string, HashSet<string>> _unbounded = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Faults { get; } = [];

        public override void Visit(CreateTableStatement node)
        {
            var table = node.SchemaObjectName.BaseIdentifier.Value;
            var columns = _unbounded[table] = new(StringComparer.OrdinalIgnoreCase);
            foreach (var column in node.Definition.ColumnDefinitions)
            {
                if (column.DataType is SqlDataTypeReference type && type.Parameters.Any(p => p is MaxLiteral))
                    columns.Add(column.ColumnIdentifier.Value);
            }
            foreach (var key in node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>())
                Check(table, key.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value));
        }

        public override void Visit(CreateIndexStatement node) =>
            Check(node.OnName.BaseIdentifier.Value, node.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value));

        private void Check(string table, IEnumerable<string> columns)
        {
            foreach (var column in columns.Where(c => _unbounded.TryGetValue(table, out var set) && set.Contains(c)))
                Faults.Add($"{table}.{column} is a key and nvarchar(max)");
        }
    }
}
