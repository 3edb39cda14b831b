using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ptce.Survey.Tests.Hosting;

/// <summary>Keeps what the services log as errors, so that a failed assertion can say why the server answered 500.</summary>
public sealed class ErrorLog : ILoggerProvider, ILogger
{
    private static readonly ConcurrentQueue<string> Seen = new();

    public static string Last => Seen.TryPeek(out _) ? Seen.Last() : "";

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Seen.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
