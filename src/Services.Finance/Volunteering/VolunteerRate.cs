namespace Ptce.Finance.Volunteering;

/// <summary>
/// What an hour of a level of qualification is worth (taux de valorisation). No rate is imposed: the method must be simple, stable and justified (ANC 2018-06
/// art. 211-1), so each rate states its source.
/// </summary>
/// <param name="Level">Level of qualification as the pole names it; <c>*</c> for every other.</param>
/// <param name="MinimumWageMultiple">Multiple of the SMIC of the day, e.g. 1.5.</param>
/// <param name="Hourly">Replacement cost, EUR per hour, instead of a multiple.</param>
/// <param name="ChargesPercent">Employer's charges added, 0–100.</param>
/// <param name="Source">Where the rate comes from, e.g. a collective agreement.</param>
/// <param name="From">First day; null for ever before.</param>
/// <param name="To">Last day; null for ever after.</param>
internal sealed record VolunteerRate(
    string Level, decimal? MinimumWageMultiple = null, decimal? Hourly = null, decimal ChargesPercent = 0, string? Source = null, DateOnly? From = null, DateOnly? To = null)
{
    public bool IsSound() =>
        !string.IsNullOrWhiteSpace(Level)
        && !string.IsNullOrWhiteSpace(Source)
        && (MinimumWageMultiple is > 0 and <= 20) != (Hourly is > 0 and <= 1000)
        && ChargesPercent is >= 0 and <= 100
        && (From is null || To is null || From <= To);

    /// <summary>EUR per hour on a day; null when the rate does not hold then.</summary>
    public decimal? On(DateOnly day)
    {
        if (From > day || To < day)
            return null;
        return (Hourly ?? MinimumWage.On(day) * MinimumWageMultiple) * (1 + (ChargesPercent / 100));
    }
}
