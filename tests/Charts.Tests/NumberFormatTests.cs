namespace Ptce.Charts.Tests;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("1234567.891", 2, "", false, "1\u202f234\u202f567,89", "1,234,567.89")]
    [InlineData("748000", 0, "€", false, "748\u202f000\u00a0€", "€748,000")]
    [InlineData("-35000.5", 0, "€", false, "\u221235\u202f001\u00a0€", "\u2212€35,001")]
    [InlineData("18.20", 1, "%", true, "18,2\u00a0%", "18.2%")]
    [InlineData("18.04", 1, "%", true, "18\u00a0%", "18%")]
    [InlineData("999.5", 0, "", false, "1\u202f000", "1,000")]
    [InlineData("-0.4", 0, "", false, "0", "0")]
    [InlineData("12.5", 2, "ETP", false, "12,50\u00a0ETP", "12.50\u00a0ETP")]
    public void Numbers_are_written_as_the_language_writes_them(string value, int digits, string unit, bool trim, string french, string english)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var format = new NumberFormat(digits, unit, trim);
        Assert.Equal(french, format.Write(number, Language.French));
        Assert.Equal(english, format.Write(number, Language.English));
    }
}
