using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ptce.ServiceDefaults.Problems;

/// <summary>Writes RFC 9457 problem details, the one place where failures become HTTP.</summary>
internal static class ProblemWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    internal static async Task WriteAsync(HttpContext http, string code, int status, LocalText title, IReadOnlyList<FieldError> errors, IReadOnlyDictionary<string, object?>? more = null)
    {
        if (http.Response.HasStarted)
            return;
        var language = Languages.Of(http.Request);
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = $"urn:ptce:problem:{code}",
            ["title"] = title.In(language),
            ["status"] = status,
            ["code"] = code,
            ["traceId"] = Activity.Current?.TraceId.ToString(),
        };
        if (errors.Count > 0)
        {
            body["errors"] = errors.Select(error => new
            {
                code = error.Code,
                pointer = error.Pointer,
                sheet = error.Sheet,
                line = error.Line,
                column = error.Column,
                value = error.Value is { Length: > 200 } long_ ? long_[..200] + "…" : error.Value,
                message = error.Message.In(language),
                remedy = error.Remedy?.In(language),
            });
        }
        foreach (var (name, value) in more ?? new Dictionary<string, object?>())
            body[name] = value;
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append("Vary", "Accept-Language");
        http.Response.Headers.CacheControl = "no-store";
        if (status is 503 or 429 && !http.Response.Headers.ContainsKey("Retry-After"))
            http.Response.Headers.RetryAfter = "5";
        await JsonSerializer.SerializeAsync(http.Response.Body, body, Json, http.RequestAborted);
    }
}
