using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Ptce.Testing;

namespace Ptce.System.Tests.Traces;

/// <summary>A span as exported: enough to follow a trace.</summary>
internal sealed record ExportedSpan(string Service, string Trace, string Id, string Parent, string Name, int Kind);

/// <summary>Takes OTLP over HTTP (protobuf) and keeps the spans. The few fields it reads are those of opentelemetry-proto's <c>trace.proto</c>.</summary>
internal sealed class TraceCollector : IAsyncDisposable
{
    /// <summary>Kind of a span that takes a message (<c>SPAN_KIND_CONSUMER</c>).</summary>
    public const int Consumer = 5;

    /// <summary>Kind of a span that answers a request (<c>SPAN_KIND_SERVER</c>).</summary>
    public const int Server = 2;

    private readonly ConcurrentQueue<ExportedSpan> spans = new();
    private readonly WebApplication app;

    private TraceCollector(int port)
    {
        Url = $"http://127.0.0.1:{port}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Url);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            ReadRequest(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
        app.MapFallback(() => Results.Bytes([], "application/x-protobuf"));
    }

    public string Url { get; }

    public IReadOnlyCollection<ExportedSpan> Spans => spans;

    public static async Task<TraceCollector> StartAsync()
    {
        var collector = new TraceCollector(RabbitMqBroker.FreePort());
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void ReadRequest(byte[] message)
    {
        foreach (var (field, resourceSpans) in Messages(message))
        {
            if (field == 1)
                ReadResource(resourceSpans);
        }
    }

    private void ReadResource(byte[] message)
    {
        var service = "";
        foreach (var (field, part) in Messages(message))
        {
            if (field == 1)
                service = Messages(part).Where(p => p.Field == 1).Select(p => Attribute(p.Bytes)).FirstOrDefault(a => a.Key == "service.name").Value ?? "";
            else if (field == 2)
            {
                foreach (var span in Messages(part).Where(p => p.Field == 2))
                    spans.Enqueue(ReadSpan(service, span.Bytes));
            }
        }
    }

    private static ExportedSpan ReadSpan(string service, byte[] message)
    {
        var fields = Messages(message).ToLookup(m => m.Field, m => m.Bytes);
        return new(service, Hex(1), Hex(2), Hex(4), global::System.Text.Encoding.UTF8.GetString(fields[5].First()), Kind(message));

        string Hex(int field) => Convert.ToHexStringLower(fields[field].FirstOrDefault() ?? []);
    }

    private static (string Key, string? Value) Attribute(byte[] message)
    {
        var fields = Messages(message).ToLookup(m => m.Field, m => m.Bytes);
        var value = Messages(fields[2].First()).FirstOrDefault(m => m.Field == 1).Bytes;
        return (global::System.Text.Encoding.UTF8.GetString(fields[1].First()), value is null ? null : global::System.Text.Encoding.UTF8.GetString(value));
    }

    private static int Kind(byte[] span)
    {
        var input = new CodedInputStream(span);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            if (tag == WireFormat.MakeTag(6, WireFormat.WireType.Varint))
                return input.ReadEnum();
            input.SkipLastField();
        }
        return 0;
    }

    // Length-delimited fields of a message; numbers are skipped.
    private static List<(int Field, byte[] Bytes)> Messages(byte[] message)
    {
        List<(int, byte[])> found = [];
        var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                found.Add((WireFormat.GetTagFieldNumber(tag), input.ReadBytes().ToByteArray()));
            else
                input.SkipLastField();
        }
        return found;
    }
}
