namespace Ptce.Reporting.Figures;

/// <summary>A short text in the two languages of the report.</summary>
/// <param name="Fr">French, the report's own language.</param>
/// <param name="En">English.</param>
internal readonly record struct Label(string Fr, string En)
{
    public string In(Language language) => language == Language.English ? En : Fr;
}

internal enum Language
{
    French,
    English,
}
