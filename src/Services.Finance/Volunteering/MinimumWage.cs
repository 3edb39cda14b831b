using System.Text.Json;

namespace Ptce.Finance.Volunteering;

/// <summary>Gross hourly minimum wage (SMIC horaire brut) by date: data, embedded as <c>minimum-wage.json</c>, to be extended by each new décret.</summary>
internal static class MinimumWage
{
    private static readonly Step[] Steps = Load();

    /// <summary>EUR per hour on a day; null before the first known rate.</summary>
    public static decimal? On(DateOnly day) => Array.FindLast(Steps, step => step.From <= day)?.Hourly;

    private static Step[] Load()
    {
        using var stream = typeof(MinimumWage).Assembly.GetManifestResourceStream("minimum-wage.json") ?? throw new InvalidOperationException("minimum-wage.json is not embedded.");
        return JsonSerializer.Deserialize<Step[]>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Step(DateOnly From, decimal Hourly, string? Source = null);
}
