using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ptce.ServiceDefaults.Problems;

/// <summary>Turns exceptions and bare status codes into problem details.</summary>
internal static partial class ProblemPipeline
{
    internal static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(error => error.Run(WriteExceptionAsync));
        app.UseStatusCodePages(WriteStatusAsync);
    }

    private static Task WriteStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var problem = http.Response.StatusCode switch
        {
            401 => RequestProblems.NotSignedIn,
            403 => RequestProblems.NotAllowed,
            404 => RequestProblems.NotFound,
            405 => RequestProblems.MethodNotAllowed,
            413 => RequestProblems.TooLarge,
            415 => RequestProblems.UnsupportedType,
            _ => null,
        };
        return problem is null ? Task.CompletedTask : problem.With().ExecuteAsync(http);
    }

    private static Task WriteExceptionAsync(HttpContext http)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = 499;
            return Task.CompletedTask;
        }
        var result = Classify(error);
        if (result.Problem == RequestProblems.Unexpected && error is not null)
            Log.Unexpected(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Ptce.Requests"), http.Request.Method, http.GetEndpoint()?.DisplayName ?? "", error);
        return result.ExecuteAsync(http);
    }

    private static ProblemResult Classify(Exception? error) => error switch
    {
        BadHttpRequestException { StatusCode: 413 } => RequestProblems.TooLarge.With(),
        BadHttpRequestException { StatusCode: 415 } => RequestProblems.UnsupportedType.With(),
        BadHttpRequestException { InnerException: JsonException json } => RequestProblems.Unreadable.With(Unreadable(json)),
        BadHttpRequestException bad => RequestProblems.Unreadable.With(new FieldError("request.parameter.unreadable",
            new LocalText($"Paramètre illisible : {bad.Message}", bad.Message))),
        JsonException json => RequestProblems.Unreadable.With(Unreadable(json)),
        DbUpdateConcurrencyException => RequestProblems.Concurrent.With(),
        DbUpdateException { InnerException: SqliteException { SqliteErrorCode: 19 } } => RequestProblems.Concurrent.With(),
        DbUpdateException { InnerException: SqliteException inner } => Database(inner),
        SqliteException sqlite => Database(sqlite),
        TimeoutException or HttpRequestException => RequestProblems.Unavailable.With(),
        _ => RequestProblems.Unexpected.With(),
    };

    private static ProblemResult Database(SqliteException error) => error.SqliteErrorCode switch
    {
        // BUSY, LOCKED, IOERR, FULL, CANTOPEN
        5 or 6 or 10 or 13 or 14 => RequestProblems.Unavailable.With(),
        _ => RequestProblems.Unexpected.With(),
    };

    private static FieldError Unreadable(JsonException json) => new("request.json.unreadable",
        new LocalText("Valeur JSON inattendue à cet endroit.", "Unexpected JSON value here."),
        new LocalText("Vérifiez le type attendu dans la description de l'API.", "Check the expected type in the API description."))
    {
        Pointer = Pointer(json.Path),
        Line = json.LineNumber is { } line ? (int)line + 1 : null,
    };

    // "$.changes[3].value" → "/changes/3/value"
    private static string? Pointer(string? path) =>
        path is null ? null : path.TrimStart('$').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected error in {Method} {Endpoint}")]
        internal static partial void Unexpected(ILogger logger, string method, string endpoint, Exception error);
    }
}
