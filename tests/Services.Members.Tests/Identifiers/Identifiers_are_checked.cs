using Ptce.Members.Identifiers;

namespace Ptce.Members.Tests.Identifiers;

public sealed class Identifiers_are_checked
{
    [Theory]
    [InlineData("732829320", null)]
    [InlineData("732 829 320", null)]
    [InlineData("732\u202F829\u202F320", null)] // narrow no-break spaces
    [InlineData("732.829.320", null)]
    [InlineData("356000000", null)] // La Poste
    [InlineData("732829321", "members.siren.checksum")]
    [InlineData("723829320", "members.siren.checksum")] // two digits swapped
    [InlineData("000000000", "members.siren.zero")]
    [InlineData("73282932", "members.siren.form")]
    [InlineData("7328293200", "members.siren.form")]
    [InlineData("73282932O", "members.siren.form")]
    [InlineData("٧٣٢٨٢٩٣٢٠", "members.siren.form")] // digits, but not ASCII ones
    [InlineData("", "members.siren.form")]
    public void A_siren_has_nine_digits_and_a_check_digit(string text, string? problem) =>
        Assert.Equal(problem, Siren.Check(text, out _)?.Code);

    [Theory]
    [InlineData("73282932000074", null)]
    [InlineData("732 829 320 00074", null)]
    [InlineData("35600000000048", null)] // head office of La Poste: Luhn
    [InlineData("35600000049837", null)] // a post office: digits sum to a multiple of 5, Luhn fails
    [InlineData("35600000049838", "members.siret.checksum")]
    [InlineData("73282932000075", "members.siret.checksum")]
    [InlineData("73282932100073", "members.siren.checksum")] // the SIREN inside is wrong
    [InlineData("00000000000000", "members.siren.zero")]
    [InlineData("7328293200007", "members.siret.form")]
    [InlineData("MONACOCONFO001", "members.siret.form")]
    public void A_siret_follows_luhn_except_the_establishments_of_la_poste(string text, string? problem) =>
        Assert.Equal(problem, Siret.Check(text, out _)?.Code);

    [Theory]
    [InlineData("W751234567", "W751234567")]
    [InlineData("w2a1234567", "W2A1234567")]
    [InlineData("W 751 234 567", "W751234567")]
    public void An_rna_number_is_put_in_its_normal_form(string text, string normal)
    {
        Assert.Null(Rna.Check(text, out var found));
        Assert.Equal(normal, found);
    }

    [Theory]
    [InlineData("751234567")]
    [InlineData("W75123456")]
    [InlineData("W7512345678")]
    [InlineData("X751234567")]
    [InlineData("W75123456é")]
    public void What_is_not_w_and_nine_characters_is_not_an_rna_number(string text) =>
        Assert.Equal("members.rna.form", Rna.Check(text, out _)?.Code);

    [Theory]
    [InlineData("pole-sud-aquitain", true)]
    [InlineData("p9", true)]
    [InlineData("p", false)]
    [InlineData("Phares", false)]
    [InlineData("-phares", false)]
    [InlineData("phares-", false)]
    [InlineData("le phares", false)]
    [InlineData("île", false)]
    public void A_pole_key_is_lower_case_ascii(string key, bool holds) =>
        Assert.Equal(holds, Slug.CheckPoleKey(key) is null);

    [Fact]
    public void Changing_any_one_digit_of_a_siren_breaks_it() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, 8], CsCheck.Gen.Int[1, 9]),
            change =>
            {
                var digits = "732829320".ToCharArray();
                digits[change.Item1] = (char)('0' + (digits[change.Item1] - '0' + change.Item2) % 10);
                Assert.Equal("members.siren.checksum", Siren.Check(new string(digits), out _)?.Code);
            });
}
