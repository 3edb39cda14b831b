using System.Text.Json.Nodes;

namespace Ptce.Members.Exchange;

/// <summary>The published description of the members' table (Table Schema, Frictionless Data v1).</summary>
internal static class TableSchema
{
    public static JsonObject Document() => new()
    {
        ["$schema"] = "https://specs.frictionlessdata.io/schemas/table-schema.json",
        ["name"] = "ptce-membres",
        ["title"] = "Membres des pôles territoriaux de coopération économique",
        ["description"] = "Une ligne par membre, période d'appartenance et année. CSV en UTF-8, séparateur virgule ou point-virgule, ou classeur XLSX ; en-têtes en première ligne. Une cellule vide laisse en place ce qui est connu.",
        ["version"] = "1.0.0",
        ["fields"] = new JsonArray([.. Columns.All.Select(Field)]),
        ["missingValues"] = new JsonArray(""),
    };

    private static JsonObject Field(Column column)
    {
        var field = new JsonObject { ["name"] = column.Name, ["title"] = column.Title, ["type"] = column.Type };
        if (column.Description.Length > 0)
            field["description"] = column.Description;
        if (column.Type == "date")
            field["format"] = "%Y-%m-%d";
        if (column.Type == "boolean")
        {
            field["trueValues"] = new JsonArray("oui");
            field["falseValues"] = new JsonArray("non");
        }
        var constraints = new JsonObject();
        if (column.Required)
            constraints["required"] = true;
        if (column is { Choices: { } choices, Many: false })
            constraints["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)JsonValue.Create(c.Code))]);
        if (column is { Choices: { } many, Many: true })
            constraints["pattern"] = $"({string.Join('|', many.Select(c => c.Code))})(\\|({string.Join('|', many.Select(c => c.Code))}))*";
        if (column.Type is "number" or "integer")
            constraints["minimum"] = 0;
        if (constraints.Count > 0)
            field["constraints"] = constraints;
        return field;
    }
}
