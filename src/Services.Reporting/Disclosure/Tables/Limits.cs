namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>Bounds of one request: far above the observatory's needs, low enough to answer.</summary>
internal static class Limits
{
    public const int Tables = 60;
    public const int Dimensions = 6;
    public const int Codes = 2000;
    public const int Cells = 6000;
    public const long Combinations = 20_000;
    public const int Contributors = 60_000;
    public const int TextLength = 200;
    public const decimal Value = 1_000_000_000_000m;
    public const int Decimals = 4;
}
