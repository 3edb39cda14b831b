using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.ServiceDefaults.Http;

/// <summary>Answers a repeated request with its first answer, stored in the transaction of its effect.</summary>
public static class IdempotencyFilter
{
    private const int LongestKey = 100;

    /// <summary>Honours the header <c>Idempotency-Key</c> on an endpoint whose handler saves through <typeparamref name="TDb"/>.</summary>
    /// <typeparam name="TDb">The service's context.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    public static RouteHandlerBuilder WithIdempotencyKey<TDb>(this RouteHandlerBuilder endpoint) where TDb : ServiceDb =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var given = http.Request.Headers["Idempotency-Key"].ToString();
            if (given.Length == 0)
                return await next(context);
            if (given.Length > LongestKey)
                return RequestProblems.Invalid.With(new FieldError("request.idempotency-key.too-long",
                    new LocalText("La clé Idempotency-Key dépasse 100 caractères.", "The Idempotency-Key is longer than 100 characters.")));
            return await AnswerOnceAsync<TDb>(http, given, () => next(context));
        });

    private static async Task<object?> AnswerOnceAsync<TDb>(HttpContext http, string given, Func<ValueTask<object?>> handler) where TDb : ServiceDb
    {
        var ct = http.RequestAborted;
        var db = http.RequestServices.GetRequiredService<TDb>();
        var key = $"{Caller.Of(http).Subject}/{given}";
        var digest = await DigestAsync(http.Request, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Key == key, ct) is { } known)
        {
            if (known.RequestDigest != digest)
                return RequestProblems.KeyReused.With();
            http.Response.Headers["Idempotency-Replayed"] = "true";
            return known.Body is null ? Results.StatusCode(known.Status) : Results.Text(known.Body, "application/json", Encoding.UTF8, known.Status);
        }
        var result = await handler();
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? 200;
        if (result is ProblemResult || status >= 400)
            return result;
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var value = result is IResult ? (result as IValueHttpResult)?.Value : result;
        db.Set<IdempotencyKey>().Add(new IdempotencyKey
        {
            Key = key,
            RequestDigest = digest,
            Status = status,
            Body = value is null ? null : JsonSerializer.Serialize(value, value.GetType(), json),
            RecordedAt = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    // The body was read by model binding: UseServicePipeline keeps it rewindable when the header is there.
    private static async Task<string> DigestAsync(HttpRequest request, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (request.Body.CanSeek)
        {
            request.Body.Position = 0;
            hash.AppendData(await SHA256.HashDataAsync(request.Body, ct));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
