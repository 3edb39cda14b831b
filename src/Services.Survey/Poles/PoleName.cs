using Ptce.Contracts.Members;
using Ptce.Messaging;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Poles;

/// <summary>What Survey knows of a pole (PTCE): the name that Members announced.</summary>
internal sealed class PoleName
{
    public required string PoleKey { get; init; }

    public required string Name { get; set; }
}

/// <summary>Keeps the names of poles.</summary>
internal sealed class KeepPoleName(SurveyDb db) : IConsume<PoleRegistered>
{
    public async Task HandleAsync(PoleRegistered e, EventContext context, CancellationToken ct)
    {
        if (await db.Poles.FindAsync([e.PoleKey], ct) is { } known)
            known.Name = e.Name;
        else
            db.Poles.Add(new PoleName { PoleKey = e.PoleKey, Name = e.Name });
    }
}
