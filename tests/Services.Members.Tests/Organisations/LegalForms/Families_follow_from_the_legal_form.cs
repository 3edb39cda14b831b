using Ptce.Members.Organisations.LegalForms;

namespace Ptce.Members.Tests.Organisations.LegalForms;

/// <summary>Every row of the reference table (legal categories of INSEE against loi 2014-856, art. 1).</summary>
public sealed class Families_follow_from_the_legal_form
{
    public static TheoryData<string, string, string?> ReferenceTable()
    {
        var rows = new TheoryData<string, string, string?>();
        void Add(string codes, string status, string? family)
        {
            foreach (var code in codes.Split(' '))
                rows.Add(code, status, family);
        }

        Add("1000", "individual", "non-ess");
        Add("4110 4120 4140", "public-establishment", "other");
        Add("5191 5192 5193 5194 5195 5196", "other-cooperative", "ess");
        Add("5202 5306 5308", "company", "non-ess");
        Add("5203 5307 5309", "other-cooperative", "ess");
        Add("5410 5415 5422 5426 5430 5431 5442", "company", "non-ess");
        Add("5432 5532 5632", "company", null); // SICA: the form does not tell
        Add("5443 5451 5453 5454 5455", "other-cooperative", "ess");
        Add("5458 5558 5658", "scop", "ess");
        Add("5459 5559 5659", "other-cooperative", "ess");
        Add("5460 5560 5660", "other-cooperative", "ess");
        Add("5485 5498 5499", "company", "non-ess");
        Add("5505 5510 5515 5520 5522 5525 5530 5531 5542 5546 5548 5599", "company", "non-ess");
        Add("5543 5547 5551 5552 5553 5554 5555", "other-cooperative", "ess");
        Add("5605 5610 5615 5620 5622 5625 5630 5631 5642 5646 5648 5699", "company", "non-ess");
        Add("5643 5647 5651 5652 5653 5654 5655", "other-cooperative", "ess");
        Add("5710 5720 5785 5800", "company", "non-ess");
        Add("6100", "other-cooperative", "ess");
        Add("6220", "other", null);
        Add("6316 6317 6318", "other-cooperative", "ess");
        Add("6411", "mutual", "ess");
        Add("6521 6532 6533 6534 6535 6536 6537 6538 6539 6540 6541 6542 6544 6561 6578 6585 6588 6589 6597 6598 6599", "company", null);
        Add("6543 6551 6554 6558 6560", "other-cooperative", "ess");
        Add("6595 6596", "other-cooperative", "ess");
        Add("7111 7112 7113 7120 7150 7160 7171 7172 7179 7190", "other", "other");
        Add("7210 7220 7230 7225 7229", "authority", "authority");
        Add("7343 7344 7346 7348", "epci", "authority");
        Add("7340 7345 7353 7354 7355 7357", "authority", "authority");
        Add("7361 7367 7366 7364 7379", "public-establishment", "other");
        Add("7331", "training-body", "training");
        Add("7381", "chamber", "other");
        Add("7383 7384", "university", "research");
        Add("7385 7389", "public-establishment", "other");
        Add("7410", "other", "other");
        Add("8210 8250 8290", "mutual", "ess");
        Add("8410 8420", "other", "other");
        Add("8510", "other", null);
        Add("9150", "other", "other");
        Add("9210 9220 9221 9222 9223 9224 9230 9260", "association", "ess");
        Add("9240 9900", "other", null);
        Add("9300", "foundation", "ess");
        return rows;
    }

    [Theory]
    [MemberData(nameof(ReferenceTable))]
    public void A_code_gives_status_and_family_or_says_that_somebody_must(string code, string status, string? family)
    {
        var found = Classification.Of(new(code, null, [], null));
        Assert.Equal((status, family), (found.Status, found.Family));
    }

    [Fact]
    public void The_table_holds_each_code_once_and_only_known_statuses()
    {
        Assert.Equal(260, LegalCategories.All.Count);
        Assert.All(LegalCategories.All, category => Assert.True(Vocabulary.Lists.Statuses.Has(category.Status), category.Code));
    }

    [Theory]
    [InlineData("5710", "scic", "scic")] // a SCIC SAS has no code of its own
    [InlineData("5460", "scic", "scic")]
    [InlineData("5458", "cae", "scop")]
    [InlineData("5460", "cae", "other-cooperative")]
    [InlineData("5459", "ues", "ues")]
    [InlineData(null, "scop", "scop")]
    public void A_declared_cooperative_form_makes_any_company_ess(string? code, string form, string status)
    {
        var found = Classification.Of(new(code, form, [], null));
        Assert.Equal((status, "ess", "cooperative-form"), (found.Status, found.Family, found.Reason));
    }

    [Theory]
    [InlineData("5499", "ess-company", "ess")]
    [InlineData("5710", "esus", "ess")]
    [InlineData("5499", "ei", "non-ess")] // an integration enterprise may have any form
    [InlineData("7210", "esus", "authority")]
    [InlineData("6220", "ess-company", "ess")]
    public void A_company_is_ess_by_its_mention_in_the_register(string code, string label, string family) =>
        Assert.Equal(family, Classification.Of(new(code, null, [label], null)).Family);

    [Theory]
    [InlineData("association", "ess")]
    [InlineData("scic", "ess")]
    [InlineData("company", "non-ess")]
    [InlineData("epci", "authority")]
    [InlineData("university", "research")]
    [InlineData("training-body", "training")]
    [InlineData("chamber", "other")]
    [InlineData("other", null)]
    [InlineData(null, null)]
    public void Without_a_code_the_declared_status_decides(string? status, string? family) =>
        Assert.Equal(family, Classification.Of(new(null, null, [], status)).Family);

    [Fact]
    public void A_declared_scic_with_the_code_of_a_plain_company_is_ess() =>
        Assert.Equal("ess", Classification.Of(new("5710", null, [], "scic")).Family);
}
