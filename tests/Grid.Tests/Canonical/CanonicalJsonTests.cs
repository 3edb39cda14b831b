using System.Text;
using Ptce.Grid.Canonical;

namespace Ptce.Grid.Tests.Canonical;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, appendix B.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(unchecked((long)0x8000000000000000), "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(unchecked((long)0x8000000000000001), "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(unchecked((long)0xbecbf647612f3696), "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_the_standard_lists_them(long bits, string expected) =>
        Assert.Equal(expected, CanonicalJson.Number(BitConverter.Int64BitsToDouble(bits)));

    /// <summary>RFC 8785, §3.2.2 and §3.2.3.</summary>
    [Fact]
    public void The_standards_example_is_reproduced()
    {
        var input = """
            { "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }
            """;
        var expected = """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""";
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Rewrite(Encoding.UTF8.GetBytes(input))));
    }

    [Fact]
    public void Members_are_sorted_by_utf16_code_units()
    {
        var input = """{"\u20ac":1,"\r":2,"\uff21":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""";
        var sorted = Encoding.UTF8.GetString(CanonicalJson.Rewrite(Encoding.UTF8.GetBytes(input)));
        Assert.Equal("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\uff21\":3}", sorted);
    }

    [Fact]
    public void The_same_text_in_two_normal_forms_gives_the_same_bytes() =>
        Assert.Equal(CanonicalJson.Write("Pôle"), CanonicalJson.Write("Po\u0302le"));
}
