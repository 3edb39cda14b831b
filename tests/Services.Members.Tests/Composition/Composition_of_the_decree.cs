using Ptce.Members.Composition;

namespace Ptce.Members.Tests.Composition;

public sealed class Composition_of_the_decree
{
    [Theory]
    [InlineData("ess non-ess authority", "met met met met")]
    [InlineData("ess non-ess other", "met met met met")]
    [InlineData("ess non-ess", "not-met met met not-met")]
    [InlineData("ess ess ess", "met met not-met not-met")]
    [InlineData("ess ess research", "met met not-met met")]
    [InlineData("non-ess non-ess training", "met not-met met met")]
    [InlineData("ess non-ess ?", "met met met undecided")]
    [InlineData("? ? ?", "met undecided undecided undecided")]
    [InlineData("", "not-met not-met not-met not-met")]
    public void Each_condition_is_judged_by_itself(string families, string expected)
    {
        var members = families.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(family => new Associate(family == "?" ? null : family, LegalPerson: true)).ToList();
        Assert.Equal(expected, string.Join(' ', CompositionCheck.Of(members).Select(c => c.Outcome)));
    }

    [Fact]
    public void A_natural_person_is_not_one_of_the_three_legal_persons()
    {
        Associate[] members = [new("ess", true), new("non-ess", true), new("other", false)];
        Assert.Equal("not-met", CompositionCheck.Of(members)[0].Outcome);
    }
}
