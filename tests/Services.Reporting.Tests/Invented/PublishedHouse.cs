namespace Ptce.Reporting.Tests.Invented;

/// <summary>A house in which the grove's campaign is published, shared by tests that only read.</summary>
public sealed class PublishedHouse : IAsyncLifetime
{
    public ReportingHouse House { get; } = new(new Grove());

    public Task InitializeAsync() => House.PublishedAsync();

    public Task DisposeAsync()
    {
        House.Dispose();
        return Task.CompletedTask;
    }
}
