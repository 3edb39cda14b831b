using System.Net;
using System.Text.Json.Nodes;
using Ptce.Demonstration.Loading;

namespace Ptce.Demonstration.Tests.Loading;

public sealed class ApiClientTests
{
    private static readonly LoadOptions Options = new(new Uri("http://localhost"), "demonstration", "secret") { Patience = TimeSpan.FromSeconds(20) };

    [Fact]
    public async Task A_request_that_got_no_answer_is_sent_again()
    {
        var (api, answers) = Client(_ => throw new HttpRequestException("reset"), _ => Answer(HttpStatusCode.OK, """{"state":"open"}"""));

        var answer = await api.GetAsync("/api/survey/campaigns/1", new FixedToken(), CancellationToken.None);

        Assert.Equal("open", answer["state"]!.GetValue<string>());
        Assert.Equal(2, answers.Count);
        Assert.Equal(1, api.Interrupted["gateway"]);
    }

    [Fact]
    public async Task A_service_that_is_away_is_asked_again_and_counted_under_its_name()
    {
        var (api, _) = Client(_ => Answer(HttpStatusCode.ServiceUnavailable, ""), _ => Answer(HttpStatusCode.BadGateway, ""), _ => Answer(HttpStatusCode.OK, "{}"));

        await api.PutAsync("/api/finance/poles/phares/years/2014", new { Situation = "analytic" }, new FixedToken(), CancellationToken.None);

        Assert.Equal(2, api.Interrupted["finance"]);
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code_and_not_repeated()
    {
        var (api, answers) = Client(_ => Answer(HttpStatusCode.Conflict, """{"code":"survey.dossier.signed"}"""));

        var refused = await Assert.ThrowsAsync<ApiRefusedException>(() => api.PostAsync("/api/survey/x", new { }, new FixedToken(), CancellationToken.None));

        Assert.Equal(("survey.dossier.signed", 1), (refused.Code, answers.Count));
    }

    [Fact]
    public async Task A_token_that_is_no_longer_good_is_renewed_once()
    {
        var token = new FixedToken();
        var (api, answers) = Client(_ => Answer(HttpStatusCode.Unauthorized, ""), _ => Answer(HttpStatusCode.OK, "{}"));
        await api.GetAsync("/api/members/poles", token, CancellationToken.None);
        Assert.Equal((2, 2), (answers.Count, token.Asked));

        var (strict, _) = Client(_ => Answer(HttpStatusCode.Unauthorized, ""), _ => Answer(HttpStatusCode.Unauthorized, ""));
        await Assert.ThrowsAsync<ApiRefusedException>(() => strict.GetAsync("/api/members/poles", new FixedToken(), CancellationToken.None));
    }

    [Fact]
    public async Task Nulls_are_left_out_of_bodies()
    {
        var (api, answers) = Client(_ => Answer(HttpStatusCode.OK, "{}"));

        await api.PutAsync("/api/members/poles/x", new { Name = "X", TerritoryKind = (string?)null }, new FixedToken(), CancellationToken.None);

        Assert.Equal("""{"name":"X"}""", answers[0]);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string text) => new(status) { Content = new StringContent(text) };

    private static (ApiClient Api, List<string> Bodies) Client(params Func<HttpRequestMessage, HttpResponseMessage>[] answers)
    {
        List<string> bodies = [];
        var http = new HttpClient(new Scripted(answers, bodies)) { BaseAddress = Options.Url };
        return (new ApiClient(http, Options, TimeProvider.System), bodies);
    }

    private sealed class Scripted(Func<HttpRequestMessage, HttpResponseMessage>[] answers, List<string> bodies) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            return answers[Math.Min(bodies.Count, answers.Length) - 1](request);
        }
    }

    private sealed class FixedToken() : Token(TimeProvider.System)
    {
        public int Asked { get; private set; }

        protected override Task<JsonNode> AskAsync(CancellationToken ct)
        {
            Asked++;
            return Task.FromResult(JsonNode.Parse("""{"access_token":"t","expires_in":300}""")!);
        }
    }
}
