namespace Ptce.Reporting.Documents.Store;

/// <summary>Chooses the store of generated files from the configuration.</summary>
internal static class DocumentStores
{
    private const string Sidecar = "documents-sidecar";

    public static void AddDocumentStore(this IServiceCollection services)
    {
        services.AddHttpClient(Sidecar, (provider, client) => client.BaseAddress = Address(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IDocumentStore>(provider =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            return configuration["Documents:DaprStateStore"] is { Length: > 0 } store
                ? new DaprStateStore(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Sidecar), store)
                : new FolderStore(configuration["Documents:Folder"] ?? Path.Combine(configuration["Data:Folder"] ?? "data", "documents"));
        });
    }

    private static Uri Address(IConfiguration configuration) =>
        new(configuration["DAPR_HTTP_ENDPOINT"] ?? $"http://127.0.0.1:{configuration["DAPR_HTTP_PORT"] ?? "3500"}");
}
