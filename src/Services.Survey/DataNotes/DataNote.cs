using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Survey;
using Ptce.Grid.Definitions;
using Ptce.Messaging.Storage;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.DataNotes;

/// <summary>
/// A data note (note sur les données): two sources disagree and nobody can settle it. Not a query: nothing is waited for. It stays on the signed version
/// and is printed in the report. A note is never rewritten; it is withdrawn and another one written.
/// </summary>
internal sealed class DataNote
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required string Section { get; init; }

    public required string? Item { get; init; }

    public required LocalizedText Text { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(DateTime at) => WithdrawnAt ??= at;

    public SignedNote Signed() => new(Section, Item, Text.Fr, Text.En);
}

internal static class DataNoteModel
{
    public static void Map(ModelBuilder model) => model.Entity<DataNote>(e =>
    {
        e.ToTable("data_notes").HasKey(n => n.Id);
        e.Property(n => n.Id).ValueGeneratedNever();
        e.Property(n => n.Section).IsKeyText(40);
        e.Property(n => n.Item).IsOptionalKeyText(80);
        e.Property(n => n.Text).IsJson();
        e.Property(n => n.By).IsKeyText(200);
        e.HasOne<Dossier>().WithMany().HasForeignKey(n => n.DossierId).OnDelete(DeleteBehavior.Restrict);
        e.HasIndex(n => n.DossierId);
    });
}
