using System.Text.Json.Nodes;

namespace Ptce.Demonstration.Loading;

/// <summary>
/// Carries a dossier from filling to signature. Where it stands is read each time, so that a load that was cut off goes on from there;
/// what other services must hear first arrives by event and is waited for.
/// </summary>
internal sealed class CarryDossier(ApiClient api, Token machine, Token leader, LoadOptions options, TimeProvider time)
{
    private static readonly HashSet<string> NotYet =
    [
        "survey.section.incomplete", "survey.section.blocking-errors", "survey.section.not-open", "survey.owner.unreachable", "survey.candidate.drawing-up", "survey.candidate.stale",
        "survey.candidate.other", "survey.candidate.none",
    ];

    /// <summary>Submits, reviews, accepts and signs.</summary>
    /// <returns>Digest that was signed.</returns>
    /// <exception cref="TimeoutException">The dossier does not get on.</exception>
    public async Task<string> ToSignatureAsync(Guid id, CancellationToken ct)
    {
        var until = time.GetUtcNow() + options.Patience;
        while (time.GetUtcNow() < until)
        {
            var dossier = await api.GetAsync($"/api/survey/dossiers/{id}", machine, ct);
            var state = dossier["state"]!.GetValue<string>();
            if (state is "signed-off" or "published")
                return await SignedAsync(id, ct);
            if (await AdvanceAsync(id, dossier, state, ct))
                until = time.GetUtcNow() + options.Patience;
            else
                await Task.Delay(TimeSpan.FromMilliseconds(150), time, ct);
        }
        throw new TimeoutException($"Dossier {id} did not get on for {options.Patience}.");
    }

    private async Task<string> SignedAsync(Guid id, CancellationToken ct)
    {
        var version = await api.GetAsync($"/api/survey/dossiers/{id}/versions/1", machine, ct);
        return version["digest"]!.GetValue<string>();
    }

    private async Task<bool> AdvanceAsync(Guid id, JsonNode dossier, string state, CancellationToken ct)
    {
        if (state == "awaiting-sign-off")
            return await TryAsync(() => SignAsync(id, ct));
        var moved = false;
        foreach (var section in dossier["sections"]!.AsArray())
        {
            var act = section!["state"]!.GetValue<string>() switch
            {
                "to-fill" or "returned" => "submit",
                "submitted" => "start-review",
                "in-review" => "accept",
                _ => null,
            };
            if (act is not null)
                moved |= await TryAsync(() => api.PostAsync($"/api/survey/dossiers/{id}/sections/{section["section"]!.GetValue<string>()}/{act}", new { }, machine, ct));
        }
        return moved;
    }

    // The leader reads the candidate and signs the digest of what was read.
    private async Task<JsonNode> SignAsync(Guid id, CancellationToken ct)
    {
        var candidate = await api.GetAsync($"/api/survey/dossiers/{id}/candidate", leader, ct);
        return await api.PostAsync($"/api/survey/dossiers/{id}/sign-off", new
        {
            Attempt = candidate["attempt"]!.GetValue<int>(),
            Digest = candidate["digest"]!.GetValue<string>(),
            Statement = "Je valide ces données. Signature de démonstration : elle n'engage aucun responsable réel.",
            ConsentSheet = true,
        }, leader, ct);
    }

    private static async Task<bool> TryAsync(Func<Task<JsonNode>> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (ApiRefusedException refused) when (refused.Code is { } code && NotYet.Contains(code))
        {
            return false;
        }
    }
}
