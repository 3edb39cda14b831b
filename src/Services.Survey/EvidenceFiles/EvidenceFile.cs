using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.EvidenceFiles;

/// <summary>
/// A piece of evidence (pièce): activity report, financial report, brochure, capture, answer to a call. Its bytes lie in a file named by their own digest; this
/// row says to which dossier they belong. Never executed, never rendered by us.
/// </summary>
internal sealed class EvidenceFile
{
    /// <summary>Made by the client.</summary>
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>SHA-256 of the bytes: where they lie.</summary>
    public required string Digest { get; init; }

    public required long Size { get; init; }

    /// <summary>By content, never by name.</summary>
    public required string MediaType { get; init; }

    public required string FileName { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }
}

internal static class EvidenceModel
{
    public static void Map(ModelBuilder model) => model.Entity<EvidenceFile>(e =>
    {
        e.ToTable("evidence").HasKey(f => f.Id);
        e.Property(f => f.Id).ValueGeneratedNever();
        e.Property(f => f.Digest).IsKeyText(64);
        e.Property(f => f.MediaType).HasMaxLength(120);
        e.Property(f => f.FileName).HasMaxLength(200);
        e.Property(f => f.By).IsKeyText(200);
        e.HasOne<Dossier>().WithMany().HasForeignKey(f => f.DossierId).OnDelete(DeleteBehavior.Restrict);
        e.HasIndex(f => new { f.DossierId, f.At });
    });
}

/// <summary>Why evidence is refused.</summary>
internal static class EvidenceProblems
{
    public static readonly Problem NotFound = new("survey.evidence.not-found", 404, fr: "Cette pièce n'existe pas.", en: "There is no such evidence.");

    public static readonly Problem TooLarge = new("survey.evidence.too-large", 413, fr: "Une pièce pèse au plus 50 Mo.", en: "A piece of evidence weighs at most 50 MB.");

    public static readonly Problem Empty = new("survey.evidence.empty", 422, fr: "Le fichier est vide.", en: "The file is empty.");

    public static readonly Problem UnknownType = new("survey.evidence.unknown-type", 415,
        fr: "Le contenu n'est d'aucun type accepté : PDF, image (PNG, JPEG), bureautique (OpenDocument, Word, Excel, PowerPoint), texte.",
        en: "The content is of no accepted type: PDF, image (PNG, JPEG), office document (OpenDocument, Word, Excel, PowerPoint), text.");

    public static readonly Problem Different = new("survey.evidence.different", 409,
        fr: "Cet identifiant a déjà servi pour une autre pièce.", en: "This id was used for another piece of evidence.");
}
