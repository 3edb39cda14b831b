namespace Ptce.Survey.Editions;

/// <summary>Wires the editions of the grid into the Survey service.</summary>
internal static class EditionsModule
{
    /// <summary>Registers <see cref="PublishedGrid"/>.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services) => services.AddSingleton<PublishedGrid>();
}
