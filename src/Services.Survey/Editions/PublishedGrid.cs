using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions;

/// <summary>The grid as published right now (grille publiée): what ships with the program and what was published since.</summary>
internal sealed class PublishedGrid
{
    private readonly GridCatalogue current = ShippedGrid.Catalogue;

    /// <summary>The current catalogue. Published definitions never change, so a caller may keep what it took from it.</summary>
    public ValueTask<GridCatalogue> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(current);
    }
}
