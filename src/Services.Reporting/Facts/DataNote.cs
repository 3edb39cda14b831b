using Ptce.Grid.Canonical;

namespace Ptce.Reporting.Facts;

/// <summary>Two sources disagree and nobody can settle it (note sur les données): it stays on the signed version and is printed.</summary>
/// <param name="Section">Section it stands on.</param>
/// <param name="Key">Key inside the section.</param>
/// <param name="Item">Item or record it is about, null when it is about the whole.</param>
/// <param name="Fr">Text in French, or in the only language it was written in.</param>
/// <param name="En">Text in English.</param>
internal sealed record DataNote(string Section, string Key, string? Item, string Fr, string En)
{
    public static IEnumerable<DataNote> Read(SectionCopy copy) =>
        from record in copy.Of("note")
        let french = record["text"]?.AsText ?? record["fr"]?.AsText ?? record["textFr"]?.AsText
        let english = record["en"]?.AsText ?? record["textEn"]?.AsText
        where (french ?? english) is not null
        select new DataNote(copy.Section, record.Key, record["item"]?.AsText, french ?? english!, english ?? french!);
}
