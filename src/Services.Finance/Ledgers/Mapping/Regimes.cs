using System.Collections.Frozen;

namespace Ptce.Finance.Ledgers.Mapping;

/// <summary>
/// Charts of accounts (plans comptables): the same number means different things by legal form of the carrier and by year. The trap of
/// traps: 870 and 875 exchanged their meaning for years opened from 1 January 2020.
/// </summary>
internal static class Regimes
{
    public const string Pca1999 = "PCA1999";
    public const string Pca2018 = "PCA2018";
    public const string Pca2025 = "PCA2025";
    public const string Pcg2014 = "PCG2014";
    public const string Pcg2025 = "PCG2025";

    private static readonly FrozenSet<string> Known = new[] { Pca1999, Pca2018, Pca2025, Pcg2014, Pcg2025 }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Exists(string name) => Known.Contains(name);

    /// <summary>
    /// The chart in force for a year by its opening date: associations and foundations follow PCA (CRC 99-01, then ANC 2018-06 from 2020, with
    /// ANC 2022-06 from 2025), companies and co-operatives PCG (ANC 2014-03, with ANC 2022-06 from 2025).
    /// </summary>
    public static string InForce(bool association, DateOnly opens) => (association, opens.Year) switch
    {
        (true, < 2020) => Pca1999,
        (true, < 2025) => Pca2018,
        (true, _) => Pca2025,
        (false, < 2025) => Pcg2014,
        (false, _) => Pcg2025,
    };
}
