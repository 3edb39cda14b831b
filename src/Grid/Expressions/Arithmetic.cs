namespace Ptce.Grid.Expressions;

/// <summary>Decimal arithmetic that answers "not known" where a decimal has no answer: division by zero, more than 28 digits.</summary>
internal static class Arithmetic
{
    public static decimal? Try(Func<decimal, decimal, decimal?> operation, decimal a, decimal b)
    {
        try
        {
            return operation(a, b);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static decimal? Add(decimal a, decimal b) => a + b;

    public static decimal? Subtract(decimal a, decimal b) => a - b;

    public static decimal? Multiply(decimal a, decimal b) => a * b;

    public static decimal? Divide(decimal a, decimal b) => b == 0 ? null : a / b;

    /// <summary>Remainder with the sign of the dividend, as in XPath.</summary>
    public static decimal? Remainder(decimal a, decimal b) => b == 0 ? null : a % b;

    public static decimal? Power(decimal a, decimal b)
    {
        if (decimal.Truncate(b) == b && Math.Abs(b) <= 100)
        {
            var result = 1m;
            for (var i = 0; i < Math.Abs(b); i++)
                result *= a;
            return b >= 0 ? result : Divide(1, result);
        }
        var approximate = Math.Pow((double)a, (double)b);
        return double.IsFinite(approximate) ? Math.Round((decimal)approximate, 10) : null;
    }

    /// <summary>Half away from zero, the way amounts are rounded in France; a negative number of places rounds to tens, hundreds, …</summary>
    public static decimal? Round(decimal number, decimal places)
    {
        if (places is < -28 or > 28)
            return null;
        if (places >= 0)
            return Math.Round(number, (int)places, MidpointRounding.AwayFromZero);
        var unit = Power(10, -decimal.Truncate(places))!.Value;
        return Math.Round(number / unit, 0, MidpointRounding.AwayFromZero) * unit;
    }
}
