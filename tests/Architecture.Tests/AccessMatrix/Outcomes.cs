using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Ptce.Testing;

namespace Ptce.Architecture.Tests.AccessMatrix;

/// <summary>Who is tried on every endpoint, in the order of the table's columns. The path speaks of the pole <c>phares</c>.</summary>
internal static class Outcomes
{
    public static readonly IReadOnlyList<(string Column, string? Token)> Callers =
    [
        ("nobody", null),
        ("observer", TestTokens.Person("observer")),
        ("contributor", TestTokens.Person("contributor:phares")),
        ("contributor elsewhere", TestTokens.Person("contributor:lille")),
        ("leader", TestTokens.Person("leader:phares")),
        ("leader elsewhere", TestTokens.Person("leader:lille")),
        ("analyst", TestTokens.Person("analyst")),
        ("administrator", TestTokens.Person("administrator")),
        ("machine *", TestTokens.Machine("*")),
        ("machine without", TestTokens.Machine("nothing.at-all")),
    ];

    /// <summary>401, 403, 404, or <c>yes</c> for everything that got past the door.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(RunningServices services, string service, string method, RouteEndpoint endpoint)
    {
        await services.SeedAsync();
        var outcomes = new List<string>();
        foreach (var (_, token) in Callers)
        {
            using var client = services.Client(service, token);
            using var request = new HttpRequestMessage(new HttpMethod(method), Path(service, endpoint));
            if (method is "POST" or "PUT" or "PATCH")
                request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            outcomes.Add(answer.StatusCode switch
            {
                HttpStatusCode.Unauthorized => "401",
                HttpStatusCode.Forbidden => "403",
                HttpStatusCode.NotFound => "404",
                >= HttpStatusCode.InternalServerError => $"fails with {(int)answer.StatusCode}",
                _ => "yes",
            });
        }
        return outcomes;
    }

    private static string Path(string service, RouteEndpoint endpoint)
    {
        var path = new StringBuilder();
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.Name == "documentName" ? service : Value(parameter),
                    _ => "",
                });
            }
        }
        return path.Length == 0 ? "/" : path.ToString();
    }

    private static string Value(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter)
    {
        var policies = parameter.ParameterPolicies.Select(policy => policy.Content).ToList();
        if (policies.Contains("guid"))
            return "018f0000-0000-7000-8000-000000000001";
        if (policies.Contains("int") || policies.Contains("long") || parameter.Name.Contains("year", StringComparison.OrdinalIgnoreCase))
            return "2015";
        return parameter.Name.ToUpperInvariant() switch
        {
            "KEY" or "POLEKEY" or "POLE" => "phares",
            "SECTION" => "morphology",
            _ => "one",
        };
    }
}
