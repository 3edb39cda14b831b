using System.Text.Json;
using Ptce.Grid.Definitions;
using Ptce.Grid.Rules;
using Ptce.Members.Editing;
using Ptce.Members.Sections;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.ExtraItems;

/// <summary>Publishes a version of the morphology section with extra items defined as data.</summary>
internal static class PublishSectionVersion
{
    public static readonly Problem Wrong = new("members.section-version.wrong", 400,
        "Cette définition de rubrique ne convient pas. Corrigez les points indiqués.", "This section definition is not accepted. Correct the points named.");

    public static readonly Problem Published = new("members.section-version.published", 409,
        "Cette version est déjà publiée avec un autre contenu : publiez la suivante.", "This version is published with other content already: publish the next one.");

    private static readonly Rule Place = new("members.section-version.place", "Une version suit la précédente, pour la rubrique morphology du service members.", "A version follows the one before, for section morphology of service members.", "Vérifiez key, owner et version.", "Check key, owner and version.");
    private static readonly Rule Record = new("members.section-version.record", "Les items s'attachent à la fiche pole ou figures.", "Items attach to record pole or figures.", "Remplissez record avec pole ou figures.", "Set record to pole or figures.");
    private static readonly Rule Kind = new("members.section-version.type", "Un tableau ou un calcul ne s'attache pas à une fiche.", "A table or calculation does not attach to a record.", "Utilisez un texte, un nombre, une date, un choix ou une référence.", "Use a text, number, date, choice or reference.");

    public static async Task<IResult> HandleAsync(int version, HttpContext http, Caller caller, MorphologyWriter writer, CancellationToken ct)
    {
        SectionDefinition section;
        try
        {
            using var reader = new StreamReader(http.Request.Body);
            section = GridJson.Read<SectionDefinition>(await reader.ReadToEndAsync(ct));
        }
        catch (JsonException e)
        {
            return Wrong.With(new FieldError("members.section-version.unreadable", new LocalText($"Définition illisible : {e.Message}", e.Message)) { Pointer = e.Path });
        }
        return await writer.RunAsync(caller, async _ =>
        {
            var known = await SectionVersions.ReadAsync(writer.Db, ct);
            if (known.FirstOrDefault(v => v.Version == version) is { } published)
                return version > 1 && GridJson.Write(published) == GridJson.Write(section) ? Results.Text(GridJson.Write(published), "application/json") : Published.With();
            var faults = Check(section, version, known[^1].Version).ToList();
            if (faults.Count > 0)
                return Wrong.With(faults);
            writer.Db.SectionVersions.Add(new SectionVersion { Version = version, Definition = GridJson.Write(section), PublishedAt = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime });
            return Results.Text(GridJson.Write(section), "application/json", statusCode: 201);
        }, ct);
    }

    private static IEnumerable<FieldError> Check(SectionDefinition section, int version, int last)
    {
        if (section.Key != SectionState.Morphology || section.Owner != MembersModule.Service || section.Version != version || version != last + 1)
            yield return Place.At("/version", $"{section.Owner}/{section.Key}/{section.Version}");
        foreach (var group in section.Groups.Where(g => g.Record is not ("pole" or "figures")))
            yield return Record.At($"/groups/{group.Key}/record", group.Record);
        foreach (var item in section.AllItems().Where(i => i.Type is ItemType.Table or ItemType.Calculation))
            yield return Kind.At($"/items/{item.Code}/type", item.Type.ToString());
        foreach (var error in SectionRules.Compile(section).Errors)
            yield return new FieldError(error.Code, new(error.Message.Fr, error.Message.En), new(error.Remedy.Fr, error.Remedy.En)) { Pointer = $"/items/{error.Item}", Value = error.Value };
    }
}
