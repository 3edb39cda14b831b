using Microsoft.AspNetCore.Http;

namespace Ptce.ServiceDefaults.Problems;

/// <summary>
/// An expected failure with a stable code (<c>area.thing.reason</c>): one static value each, in the slice that can fail so. It becomes RFC 9457
/// problem details in one place.
/// </summary>
public sealed class Problem
{
    /// <summary>Declares a failure.</summary>
    /// <param name="code">Stable code <c>area.thing.reason</c>, lower case.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="fr">What happened and what to do, in French; may hold <c>{0}</c>….</param>
    /// <param name="en">The same in English.</param>
    public Problem(string code, int status, string fr, string en) => (Code, Status, Title) = (code, status, new LocalText(fr, en));

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>What happened and what to do.</summary>
    public LocalText Title { get; }

    /// <summary>The failure as an answer.</summary>
    /// <param name="errors">Where and why, field by field.</param>
    public ProblemResult With(params IReadOnlyList<FieldError> errors) => new(this, Title, errors);

    /// <summary>The failure with its placeholders filled.</summary>
    /// <param name="values">Values for <c>{0}</c>….</param>
    public ProblemResult Saying(params object?[] values) => new(this, Title.Format(values), []);
}

/// <summary>What is wrong with one field, line or cell, and what to do.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record FieldError(string Code, LocalText Message, LocalText? Remedy = null)
{
    /// <summary>JSON pointer into the request (RFC 6901), e.g. <c>/changes/3/value</c>.</summary>
    public string? Pointer { get; init; }

    /// <summary>Sheet of the workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>Line of the file, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Column of the file, by its header.</summary>
    public string? Column { get; init; }

    /// <summary>The value refused, shortened.</summary>
    public string? Value { get; init; }
}

/// <summary>A failure on its way out.</summary>
public sealed class ProblemResult : IResult
{
    private readonly Dictionary<string, object?> _more = new(StringComparer.Ordinal);

    internal ProblemResult(Problem problem, LocalText title, IReadOnlyList<FieldError> errors) => (Problem, Title, Errors) = (problem, title, errors);

    /// <summary>The failure.</summary>
    public Problem Problem { get; }

    /// <summary>Its text.</summary>
    public LocalText Title { get; }

    /// <summary>Where and why.</summary>
    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>Adds a member to the answer, e.g. the current value on a conflict.</summary>
    /// <param name="name">Member name.</param>
    /// <param name="value">Value written as JSON.</param>
    public ProblemResult Including(string name, object? value)
    {
        _more[name] = value;
        return this;
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, Problem.Code, Problem.Status, Title, Errors, _more);
}
