using System.Text.Json.Nodes;
using Ptce.Testing;

namespace Ptce.Architecture.Tests.AccessMatrix;

public sealed class HostileRequestTests(RunningServices services) : IClassFixture<RunningServices>
{
    private const int Requests = 10_000;

    [Theory]
    [MemberData(nameof(RunningServices.Names), MemberType = typeof(RunningServices))]
    public async Task Ten_thousand_hostile_requests_break_nothing_and_show_nobody_elses_data(string service)
    {
        await services.SeedAsync();
        using var anonymous = services.Client(service, null);
        var description = JsonNode.Parse(await anonymous.GetStringAsync(new Uri($"/openapi/{service}.json", UriKind.Relative)))!;
        var hostile = new HostileRequests(description, seed: 2015);
        // A leader of a pole that has nothing sees nothing; a machine and an administrator get past the door to where things break.
        HttpClient[] callers =
        [
            anonymous, services.Client(service, TestTokens.Person("leader:elsewhere")), services.Client(service, TestTokens.Person("leader:elsewhere")),
            services.Client(service, TestTokens.Machine("*")), services.Client(service, TestTokens.Person("administrator")), services.Client(service, TestTokens.Person("analyst")),
        ];
        var broken = new List<string>();
        for (var number = 0; number < Requests; number++)
        {
            using var request = hostile.Next();
            using var answer = await callers[number % callers.Length].SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode >= 500)
                broken.Add($"{(int)answer.StatusCode} {request.Method} {request.RequestUri} {await BodyAsync(request)}");
            else if (body.Contains("   at ", StringComparison.Ordinal) || body.Contains("Exception:", StringComparison.Ordinal))
                broken.Add($"a stack trace from {request.Method} {request.RequestUri}");
            else if (number % callers.Length < 3 && body.Contains(RunningServices.Canary, StringComparison.Ordinal))
                broken.Add($"another pole's data from {request.Method} {request.RequestUri}");
        }
        foreach (var caller in callers)
            caller.Dispose();
        Assert.True(hostile.Valid >= Requests / 3, $"only {hostile.Valid} were valid by schema");
        Assert.True(broken.Count == 0, $"{broken.Count} of {Requests}:\n" + string.Join('\n', broken.DistinctBy(Kind).Take(25)));
    }

    private static string Kind(string line) => string.Join(' ', line.Split(' ').Take(2)) + string.Join('/', line.Split(' ')[2].Split('/', '?').Take(5));

    private static async Task<string> BodyAsync(HttpRequestMessage request)
    {
        var text = request.Content is null ? "" : System.Text.Encoding.Latin1.GetString(await request.Content.ReadAsByteArrayAsync());
        return text.Length > 300 ? text[..300] : text;
    }
}
