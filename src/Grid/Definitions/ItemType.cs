using System.Text.Json.Serialization;

namespace Ptce.Grid.Definitions;

/// <summary>What an item's answer is made of (type d'item).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemType>))]
public enum ItemType
{
    /// <summary>One line of text (texte).</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>Paragraphs (texte long).</summary>
    [JsonStringEnumMemberName("long-text")] LongText,

    /// <summary>A whole number (nombre entier).</summary>
    [JsonStringEnumMemberName("integer")] Integer,

    /// <summary>A decimal number, two digits unless the item says otherwise (nombre décimal).</summary>
    [JsonStringEnumMemberName("decimal")] Decimal,

    /// <summary>An amount in euros, with cents (montant).</summary>
    [JsonStringEnumMemberName("amount")] Amount,

    /// <summary>A percentage from 0 to 100 (pourcentage).</summary>
    [JsonStringEnumMemberName("percentage")] Percentage,

    /// <summary>Yes or no (oui ou non).</summary>
    [JsonStringEnumMemberName("boolean")] Boolean,

    /// <summary>A calendar date (date).</summary>
    [JsonStringEnumMemberName("date")] Date,

    /// <summary>One of a list (choix unique).</summary>
    [JsonStringEnumMemberName("one-choice")] OneChoice,

    /// <summary>Any number out of a list (choix multiples).</summary>
    [JsonStringEnumMemberName("several-choices")] SeveralChoices,

    /// <summary>Reference to a member organisation by its key (membre).</summary>
    [JsonStringEnumMemberName("member")] Member,

    /// <summary>References to several member organisations (membres).</summary>
    [JsonStringEnumMemberName("members")] Members,

    /// <summary>A table whose rows carry ids and whose columns are items (tableau).</summary>
    [JsonStringEnumMemberName("table")] Table,

    /// <summary>Computed from other items, never typed (calcul).</summary>
    [JsonStringEnumMemberName("calculation")] Calculation,

    /// <summary>A text to read; nothing is answered (note).</summary>
    [JsonStringEnumMemberName("note")] Note,
}
