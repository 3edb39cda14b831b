using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;
using Ptce.Reporting.Tests.Invented;

namespace Ptce.Reporting.Tests.Recomputed;

/// <summary>Every figure of every indicator again, by a plain script in another language (recompute.py), to the last digit.</summary>
public class IndependentRecomputationTests
{
    [Fact]
    public void Fifty_random_campaigns_with_missing_values_give_the_same_figures_in_python()
    {
        var campaigns = Enumerable.Range(1, 50).Select(seed => new RandomCampaign(seed)).ToList();
        Compare([.. campaigns.Select(campaign => (campaign.Facts, Input(campaign.Poles.Select(pole => (pole.Pole, pole.Copies)))))]);
    }

    [Fact]
    public void Les_Tilleuls_give_the_same_figures_in_python() =>
        Compare([(LesTilleuls.Campaign(), Input([(LesTilleuls.Key, [.. LesTilleuls.Copies()])]))]);

    private static void Compare(IReadOnlyList<(CampaignFacts Facts, JsonObject Input)> campaigns)
    {
        var recomputed = Run(new JsonArray([.. campaigns.Select(campaign => (JsonNode)campaign.Input)]));
        var known = 0;
        for (var number = 0; number < campaigns.Count; number++)
        {
            var mine = IndicatorCatalogue.Compute(campaigns[number].Facts).ToDictionary(figure => $"{figure.Code} {figure.Measure} {figure.Pole}", Told);
            var theirs = recomputed[number].EnumerateArray().ToDictionary(one => $"{one[0]} {one[1]} {one[2]}", one => $"{Value(one[3])} n={one[4]}");
            Assert.Equal(mine.Keys.Order(), theirs.Keys.Order());
            Assert.Empty(mine.Where(figure => theirs[figure.Key] != figure.Value).Select(figure => $"campaign {number + 1}: {figure.Key} is {figure.Value}, recomputed {theirs[figure.Key]}"));
            known += mine.Values.Count(value => !value.StartsWith('–'));
        }
        Assert.True(known > 50 * campaigns.Count, "The campaigns hardly hold a value.");
    }

    private static string Told(Figure figure) => $"{(figure.Value is { } value ? Plain(value) : "–")} n={figure.N}";

    private static string Value(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "–" : Plain(decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture));

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static JsonObject Input(IEnumerable<(string Pole, IReadOnlyList<Ptce.Grid.Canonical.SectionCopy> Copies)> poles) => new()
    {
        ["year"] = 2015,
        ["referenceDate"] = "2015-06-30",
        ["fiscalYear"] = 2014,
        ["poles"] = new JsonArray([.. poles.Select(pole => (JsonNode)new JsonObject
        {
            ["key"] = pole.Pole,
            ["copies"] = new JsonArray([.. pole.Copies.Select(copy => JsonNode.Parse(copy.ToCanonical()))]),
        })]),
    };

    private static JsonElement[] Run(JsonArray input)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Recomputed", "recompute.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEndAsync();
        python.StandardInput.Write(input.ToJsonString());
        python.StandardInput.Close();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, error.Result);
        return [.. JsonDocument.Parse(output.Result).RootElement.EnumerateArray()];
    }
}
