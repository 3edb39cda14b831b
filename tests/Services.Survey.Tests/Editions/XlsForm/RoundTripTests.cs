using Ptce.Grid.Definitions;
using Ptce.Survey.Editions;
using Ptce.Survey.Editions.XlsForm;

namespace Ptce.Survey.Tests.Editions.XlsForm;

public sealed class RoundTripTests
{
    public static TheoryData<string, string> Sections
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var edition in ShippedGrid.Catalogue.Editions)
            {
                foreach (var pin in edition.Sections)
                    data.Add(edition.Key, pin.Section);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_of_either_edition_comes_back_from_a_workbook_without_loss(string edition, string key)
    {
        var section = ShippedGrid.Catalogue.SectionOf(edition, key)!;
        var reading = ReadXlsForm.Of(FormFile.Bytes(WriteXlsForm.Of(section)), section.Key, section.Version, section.Owner);
        Assert.Empty(reading.Errors.Select(error => $"{error.Sheet} {error.Row} {error.Column}: {error.Message.En}"));
        Assert.Empty(reading.Warnings);
        Assert.Equal(GridJson.Write(section), GridJson.Write(reading.Section!));
    }

    [Fact]
    public void A_workbook_says_in_XLSForm_what_XLSForm_knows()
    {
        var survey = WriteXlsForm.Of(ShippedGrid.Catalogue.Section("governance", 2)!).Find("survey")!;
        var time = survey.Rows.Single(row => row["name"] == "G7.time");
        Assert.Equal(("decimal", ". >= 0 and . <= 100"), (time["type"], time["constraint"]));
        var fte = survey.Rows.Single(row => row["name"] == "G8.fte");
        Assert.Equal("(. >= 0 and . <= 1000) and (count-non-empty(${G8.function.fte}) = 0 or . = sum(${G8.function.fte}))", fte["constraint"]);
        Assert.Equal("begin_repeat", survey.Rows.First(row => row["name"] == "G4")["type"]);
        Assert.Equal("select_multiple formalisation", survey.Rows.Single(row => row["name"] == "G5")["type"]);
        Assert.Equal("${G1} = 'delegated'", survey.Rows.Single(row => row["name"] == "G3")["required"]);
        Assert.Equal("Part de son temps que le responsable consacre au PTCE", time["label::Français (fr)"]);
    }

    [Fact]
    public void No_two_rows_of_a_workbook_share_a_name_but_begin_and_end()
    {
        foreach (var section in ShippedGrid.Catalogue.Sections)
        {
            var names = WriteXlsForm.Of(section).Find("survey")!.Rows.Where(row => !row["type"]!.StartsWith("end_", StringComparison.Ordinal)).Select(row => row["name"]).ToList();
            Assert.Equal(names.Distinct(), names);
        }
    }

    [Fact]
    public void What_a_person_changes_in_the_spreadsheet_arrives()
    {
        var section = ShippedGrid.Catalogue.Section("governance", 2)!;
        var workbook = WriteXlsForm.Of(section);
        var survey = workbook.Find("survey")!;
        var edited = survey with { Rows = [.. survey.Rows.Select(row => row["name"] == "G7.time" ? Change(row, ("constraint", ". >= 10 and . <= 60"), ("label::Français (fr)", "Part du temps")) : row)] };
        var reading = ReadXlsForm.Of(FormFile.Bytes(new Workbook([edited, .. workbook.Sheets.Skip(1)])), "governance", 3, "survey");
        var time = reading.Section!.Find("G7.time")!;
        Assert.Equal((". >= 10 and . <= 60", "Part du temps", 3), (time.Constraint, time.Label.Fr, reading.Section.Version));
    }

    private static SheetRow Change(SheetRow row, params (string Header, string Value)[] cells)
    {
        var changed = new Dictionary<string, string>(row.Cells, StringComparer.OrdinalIgnoreCase);
        foreach (var (header, value) in cells)
            changed[header] = value;
        return row with { Cells = changed };
    }
}
