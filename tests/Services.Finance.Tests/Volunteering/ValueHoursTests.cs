using Ptce.Finance.Volunteering;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Tests.Volunteering;

public sealed class ValueHoursTests
{
    private static readonly VolunteerRate[] Rates =
    [
        new("Technicité", MinimumWageMultiple: 1.5m, Source: "Délibération du CA"),
        new("*", MinimumWageMultiple: 1m, Source: "Délibération du CA"),
        new("Expertise", Hourly: 30m, ChargesPercent: 10m, Source: "Convention collective Éclat, groupe F"),
    ];

    [Theory]
    [InlineData("2025-12-31", 11.88)]
    [InlineData("2026-01-01", 12.02)]
    [InlineData("2021-09-30", 10.25)]
    [InlineData("2021-10-01", 10.48)]
    public void The_minimum_wage_is_that_of_the_day(string day, decimal hourly) =>
        Assert.Equal(hourly, MinimumWage.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Hours_are_valued_by_level_and_day_and_names_are_not_read()
    {
        var errors = new List<FieldError>();
        var given = ValueHours.Read(
            "Bénévole;Projet;Date;Durée;Niveau de qualification\nJeanne Dupont;Accueil;31/12/2025;2h30;Exécution\nPaul;Site;2026-01-01;4;Technicité\nLi;Conseil;02/01/2026;1,5;Expertise\n", errors);
        var valued = ValueHours.Value(given, Rates, errors);
        Assert.Empty(errors);
        Assert.Equal([("Expertise", 49.50m), ("Exécution", 29.70m), ("Technicité", 72.12m)], valued.Select(level => (level.Level, level.Amount)));
        Assert.DoesNotContain("Dupont", string.Join('|', given));
    }

    [Fact]
    public void Every_faulty_line_of_a_time_sheet_is_told_with_its_number()
    {
        var errors = new List<FieldError>();
        ValueHours.Read("date,durée\n2025-01-32,1\n2025-01-02,0\n2025-01-03,25\n2025-01-04,2\n", errors);
        Assert.Equal([2, 3, 4], errors.Select(error => error.Line));
    }

    [Theory]
    [InlineData(null, 20.0, "Source", true)]
    [InlineData(1.5, null, "Source", true)]
    [InlineData(1.5, 20.0, "Source", false)]
    [InlineData(null, null, "Source", false)]
    [InlineData(1.0, null, " ", false)]
    public void A_rate_is_a_multiple_or_an_amount_and_states_its_source(double? multiple, double? hourly, string source, bool sound) =>
        Assert.Equal(sound, new VolunteerRate("*", (decimal?)multiple, (decimal?)hourly, 0, source).IsSound());
}
