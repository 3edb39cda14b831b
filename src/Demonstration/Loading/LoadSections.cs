using Ptce.Demonstration.Rule;
using Ptce.Demonstration.Set;
using Ptce.Demonstration.Study;

namespace Ptce.Demonstration.Loading;

/// <summary>Enters the economics (Finance), the answers of the grid and the data notes (Survey) of a pole.</summary>
internal sealed class LoadSections(ApiClient api, Token machine, PoleSet pole)
{
    private readonly string key = pole.Pole.Key;

    public async Task EconomicsAsync(CancellationToken ct)
    {
        var year = pole.Economics;
        var path = $"/api/finance/poles/{key}/years/{year.Year}";
        await api.PutAsync(path, new
        {
            year.Situation,
            Forecast = false,
            Opens = new DateOnly(year.Year, 1, 1),
            Closes = new DateOnly(year.Year, 12, 31),
            year.PremisesIncluded,
            year.SupportIncluded,
            year.SecondmentValued,
            Provenance = "document",
            Source = LoadMorphology.Source(year.SituationSource),
            Comment = "Situation comptable : étude. Montants : synthétiques sauf mention contraire ligne à ligne.",
        }, machine, ct);
        var changes = year.Lines.Select(l => new
        {
            Id = Draw.Of("line", key, l.Code).And(l.Number).Id(),
            Line = l.Code,
            N = l.Number,
            Base = 0,
            Amount = (decimal)l.Amount,
            l.Destination,
            l.Perimeter,
            Provenance = l.Told is null ? "synthetic" : "document",
            Source = l.Told is null ? "règles R9 et R10" : LoadMorphology.Source(l.Told),
        });
        Batches.RequireStored(await api.PutAsync($"{path}/lines", new { Changes = changes.ToArray() }, machine, ct));
    }

    public async Task AnswersAsync(Guid dossier, CancellationToken ct)
    {
        var changes = pole.Answers.Select(a => new
        {
            Id = Draw.Of("answer", key, a.Item).Id(),
            a.Item,
            Base = 0,
            a.Value,
            a.State,
            a.Comment,
            a.Examples,
            Provenance = a.Told is null ? "synthetic" : "document",
            Source = a.Told is null ? "règle R11" : LoadMorphology.Source(a.Told),
        });
        Batches.RequireStored(await api.PutAsync($"/api/survey/dossiers/{dossier}/answers", new { Changes = changes.ToArray() }, machine, ct));
    }

    /// <summary>Where the study disagrees with itself about this pole: stays on the signed version and is printed in the report.</summary>
    public async Task DataNotesAsync(Guid dossier, IEnumerable<DataNote> notes, CancellationToken ct)
    {
        foreach (var note in notes.Where(n => n.Pole == key))
        {
            await api.PostAsync($"/api/survey/dossiers/{dossier}/data-notes", new
            {
                Id = Draw.Of("data-note", note.Code).Id(),
                note.Section,
                Text = new { note.Fr, note.En },
            }, machine, ct);
        }
    }
}
