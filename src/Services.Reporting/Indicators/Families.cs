namespace Ptce.Reporting.Indicators;

/// <summary>Families of organisations (familles): an enterprise is ESS or not; authorities, research and training are neither.</summary>
internal static class Families
{
    public const string Ess = "ess";
    public const string NonEss = "non-ess";

    public static bool IsEnterprise(string family) => family is Ess or NonEss;
}
