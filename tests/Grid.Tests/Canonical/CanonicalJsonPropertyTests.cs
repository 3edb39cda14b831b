using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Ptce.Grid.Canonical;

namespace Ptce.Grid.Tests.Canonical;

public sealed class CanonicalJsonPropertyTests
{
    private static readonly Gen<string> Text = Gen.Char["aeéEÉ\u0301\u00A0\"\\/\n\t\u0001€ z0"].Array[0, 8].Select(chars => new string(chars));

    private static readonly Gen<JsonNode?> Scalar = Gen.OneOf(
        Text.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Const((JsonNode?)null));

    private static Gen<JsonNode?> Documents(int depth) => depth == 0 ? Scalar : Gen.OneOf(
        Scalar,
        Documents(depth - 1).Array[0, 4].Select(values => (JsonNode?)new JsonArray([.. values.Select(value => value?.DeepClone())])),
        Gen.Select(Text, Documents(depth - 1)).Array[0, 5].Select(members => (JsonNode?)new JsonObject(
            members.DistinctBy(member => member.Item1.Normalize()).Select(member => KeyValuePair.Create(member.Item1, member.Item2?.DeepClone())))));

    [Fact]
    public void Canonical_is_canonical_again() =>
        Documents(3).Sample(document =>
        {
            var once = CanonicalJson.Write(document);
            Assert.Equal(once, CanonicalJson.Rewrite(once));
        });

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Gen.Select(Text, Scalar).Array[0, 8].Sample(members =>
        {
            var distinct = members.DistinctBy(member => member.Item1.Normalize()).ToList();
            var one = new JsonObject(distinct.Select(member => KeyValuePair.Create(member.Item1, member.Item2?.DeepClone())));
            var other = new JsonObject(Enumerable.Reverse(distinct).Select(member => KeyValuePair.Create(member.Item1, member.Item2?.DeepClone())));
            Assert.Equal(CanonicalJson.Write(one), CanonicalJson.Write(other));
        });

    [Fact]
    public void A_number_reads_back_as_itself() =>
        Gen.Double.Where(double.IsFinite).Sample(number => Assert.Equal(number, double.Parse(CanonicalJson.Number(number), CultureInfo.InvariantCulture)));

    [Fact]
    public void A_member_that_stands_twice_is_refused_also_when_only_its_normal_form_does()
    {
        Assert.Throws<JsonException>(() => CanonicalJson.Rewrite("""{"a":1,"a":2}"""u8));
        Assert.Throws<ArgumentException>(() => CanonicalJson.Write(new JsonObject { ["\u00E9"] = 1, ["e\u0301"] = 2 }));
    }

    [Fact]
    public void Names_are_sorted_as_they_are_written() =>
        // Decomposed, é begins with e and would come before f; composed it comes after.
        Assert.Equal("{\"f\":1,\"é\":2}", Encoding.UTF8.GetString(CanonicalJson.Write(new JsonObject { ["e\u0301"] = 2, ["f"] = 1 })));

    [Fact]
    public void A_lone_surrogate_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.Write(JsonValue.Create("\uD800")));

    [Theory]
    [InlineData("{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")]
    [InlineData("[]", "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945")]
    [InlineData("null", "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b")]
    public void The_digest_is_sha_256_in_lower_hex(string json, string digest) =>
        Assert.EndsWith(digest, ContentDigest.Of(CanonicalJson.Rewrite(Encoding.UTF8.GetBytes(json))), StringComparison.Ordinal);
}
