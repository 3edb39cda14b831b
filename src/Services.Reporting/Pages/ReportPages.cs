namespace Ptce.Reporting.Pages;

internal static class ReportPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        _ = app;
    }
}
