namespace Ptce.Members.Figures;

/// <summary>
/// What is known of an amount in euro cents: the interval it lies in. An exact amount is an interval of one point, a band is
/// the interval it names, nothing known is the whole line.
/// </summary>
/// <param name="Low">Lowest possible value; exclusive when <paramref name="LowOpen"/>.</param>
/// <param name="High">Highest possible value; null when unbounded.</param>
/// <param name="LowOpen">The amount is strictly above <paramref name="Low"/>.</param>
internal readonly record struct AmountRange(long Low, long? High, bool LowOpen = false)
{
    private const long Million = 100_000_000;

    public static readonly AmountRange Unknown = new(0, null);

    public static AmountRange Exactly(long cents) => new(cents, cents);

    /// <summary>No more than an amount: operating income (produits d'exploitation) contains turnover.</summary>
    public static AmountRange AtMost(long? cents) => new(0, cents);

    /// <summary>The interval of an income band.</summary>
    public static AmountRange Band(string band) => band switch
    {
        "below-1m" => new(0, Million),
        "1m-2m" => new(Million, 2 * Million),
        "above-2m" => new(2 * Million, null, LowOpen: true),
        _ => Unknown,
    };

    /// <summary>The band of an exact amount: below 1 M€, 1 to 2 M€ included, above.</summary>
    public static string BandOf(long cents) => cents switch
    {
        < Million => "below-1m",
        <= 2 * Million => "1m-2m",
        _ => "above-2m",
    };

    /// <summary>Whether the amount is no more than a ceiling; null when the interval does not tell.</summary>
    public bool? IsAtMost(long ceiling)
    {
        if (High <= ceiling)
            return true;
        return Low > ceiling || (LowOpen && Low >= ceiling) ? false : null;
    }
}
