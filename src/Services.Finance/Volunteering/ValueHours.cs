using System.Globalization;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Volunteering;

/// <summary>Hours given on a day. Who gave them is not read.</summary>
internal sealed record GivenHours(DateOnly Day, decimal Hours, string Level, string? Project);

/// <summary>Hours and their value for one level.</summary>
internal sealed record ValuedLevel(string Level, decimal Hours, decimal Amount);

/// <summary>
/// Reads time sheets of a volunteering tool (CSV as Bénévalibre exports: date, duration, level, project) and values them at dated rates. Names of volunteers are
/// skipped, never stored.
/// </summary>
internal static class ValueHours
{
    private static readonly char[] Separators = [';', '\t', ','];
    private static readonly string[] Required = ["date", "hours"];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["DATE"] = "date", ["DATE DEBUT"] = "date", ["DATE DE L ACTION"] = "date",
        ["DUREE"] = "hours", ["HEURES"] = "hours", ["NOMBRE D HEURES"] = "hours", ["DUREE H"] = "hours", ["DUREE HEURES"] = "hours",
        ["NIVEAU"] = "level", ["NIVEAU DE QUALIFICATION"] = "level", ["QUALIFICATION"] = "level",
        ["PROJET"] = "project",
    };

    public static IReadOnlyList<GivenHours> Read(string csv, List<FieldError> errors)
    {
        var lines = csv.TrimStart('\uFEFF').Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var separator = Separators.MaxBy(candidate => lines[0].Count(c => c == candidate));
        var header = lines[0].Split(separator).Select(cell => Names.GetValueOrDefault(PlainText.Of(cell).Trim())).ToList();
        foreach (var name in Required.Where(name => !header.Contains(name)))
            errors.Add(Wrong(1, name, null, "Colonne absente.", "Column missing."));
        if (errors.Count > 0)
            return [];
        var given = new List<GivenHours>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var cells = lines[i].Split(separator).Select(cell => cell.Trim().Trim('"')).ToArray();
            var (day, hours) = (Cell("date"), Cell("hours"));
            if (!DateOnly.TryParseExact(day, ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                errors.Add(Wrong(i + 1, "date", day, "Date illisible.", "Date cannot be read."));
            else if (ReadHours(hours) is not { } duration)
                errors.Add(Wrong(i + 1, "durée", hours, "Durée illisible, nulle ou de plus de 24 heures.", "Duration that cannot be read, is zero or over 24 hours."));
            else
                given.Add(new GivenHours(date, duration, Cell("level") is { Length: > 0 } level ? level : "*", Cell("project")));

            string? Cell(string name) => header.IndexOf(name) is >= 0 and var column && column < cells.Length ? cells[column] : null;
        }
        return given;
    }

    public static IReadOnlyList<ValuedLevel> Value(IEnumerable<GivenHours> given, IReadOnlyList<VolunteerRate> rates, List<FieldError> errors)
    {
        var valued = new SortedDictionary<string, (decimal Hours, decimal Amount)>(StringComparer.Ordinal);
        foreach (var hours in given)
        {
            var rate = rates.Where(rate => string.Equals(rate.Level, hours.Level, StringComparison.OrdinalIgnoreCase)).Concat(rates.Where(rate => rate.Level == "*"))
                .Select(rate => rate.On(hours.Day)).FirstOrDefault(amount => amount is not null);
            if (rate is not { } hourly)
            {
                errors.Add(Wrong(null, "niveau", hours.Level, "Aucun taux pour ce niveau à cette date.", "No rate for this level on this day."));
                continue;
            }
            var (sum, amount) = valued.GetValueOrDefault(hours.Level);
            valued[hours.Level] = (sum + hours.Hours, amount + (hours.Hours * hourly));
        }
        return [.. valued.Select(level => new ValuedLevel(level.Key, level.Value.Hours, Math.Round(level.Value.Amount, 2, MidpointRounding.AwayFromZero)))];
    }

    // "3,5", "3.5", "3:30" and "3h30" are three and a half hours.
    private static decimal? ReadHours(string? text)
    {
        var parts = (text ?? "").ToLowerInvariant().TrimEnd('h', ' ').Split(':', 'h');
        decimal? hours = parts switch
        {
            [var number] when decimal.TryParse(number.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) => read,
            [var whole, var minutes, ..] when parts.Length == 2 && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
                && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60 => h + (m / 60m),
            _ => null,
        };
        return hours is > 0 and <= 24 ? hours : null;
    }

    private static FieldError Wrong(int? line, string column, string? value, string fr, string en) =>
        new("finance.volunteering.line", new(fr, en), new("Corriger la feuille de temps ou les taux.", "Correct the time sheet or the rates.")) { Line = line, Column = column, Value = value };
}
