using System.Text;
using Ptce.Grid.Canonical;

namespace Ptce.Grid.Tests.Canonical;

public sealed class SectionCopyTests
{
    private static SectionCopy Sample(bool reversed = false)
    {
        CopiedRecord[] lines =
        [
            new("I.COT/1", "synthetic", new Dictionary<string, CopyValue> { ["amount"] = CopyValue.Amount(959_200), ["side"] = CopyValue.Text("income") }),
            new("I.LOY/1", "document", new Dictionary<string, CopyValue> { ["amount"] = CopyValue.Amount(1), ["tags"] = CopyValue.List(["b", "a"]) }, new Dictionary<string, string> { ["amount"] = "synthetic" }),
        ];
        if (reversed)
            Array.Reverse(lines);
        return new SectionCopy("economics", 1, "phares", 2015,
            [new CopiedItem("E1", "answered", CopyValue.Flag(true), "document", "étude §5", ["un exemple"]), new CopiedItem("E2", "unknown", null, "interview-1")],
            new Dictionary<string, IReadOnlyList<CopiedRecord>> { ["line"] = lines, ["empty"] = [] });
    }

    [Fact]
    public void The_canonical_form_is_pinned() => Assert.Equal(
        """{"items":[{"code":"E1","examples":["un exemple"],"origin":"document","source":"étude §5","state":"answered","value":true},{"code":"E2","origin":"interview-1","state":"unknown"}],"pole":"phares","records":{"line":[{"key":"I.COT/1","origin":"synthetic","values":{"amount":"9592.00","side":"income"}},{"key":"I.LOY/1","origin":"document","origins":{"amount":"synthetic"},"values":{"amount":"0.01","tags":["a","b"]}}]},"section":"economics","version":1,"year":2015}""",
        Encoding.UTF8.GetString(Sample().ToCanonical()));

    [Fact]
    public void The_order_in_which_records_were_entered_does_not_matter() =>
        Assert.Equal(Sample().Digest(), Sample(reversed: true).Digest());

    [Fact]
    public void Reading_and_writing_again_gives_the_same_bytes() =>
        Assert.Equal(Sample().ToCanonical(), SectionCopy.Parse(Sample().ToCanonical()).ToCanonical());

    [Fact]
    public void A_dossiers_digest_does_not_depend_on_the_order_of_its_sections()
    {
        DossierSection a = new("cooperation", 1, new string('a', 64)), b = new("governance", 1, new string('b', 64));
        Assert.Equal(ContentDigest.OfDossier("2015", "phares", 2015, [a, b]), ContentDigest.OfDossier("2015", "phares", 2015, [b, a]));
        Assert.NotEqual(ContentDigest.OfDossier("2015", "phares", 2015, [a, b]), ContentDigest.OfDossier("2015", "phares", 2014, [a, b]));
    }
}
