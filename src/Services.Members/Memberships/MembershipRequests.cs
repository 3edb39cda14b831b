using Ptce.Members.Vocabulary;

namespace Ptce.Members.Memberships;

/// <summary>A belonging period as a client sends it.</summary>
/// <param name="Id">The client's UUID of the period.</param>
/// <param name="Circle"><c>1</c> or <c>2</c>.</param>
/// <param name="Entry">First day; null when it began before anyone recorded.</param>
/// <param name="Exit">First day on which it no longer holds.</param>
/// <param name="Provenance">Where it comes from; the membership's when left out.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record SentBelonging(Guid Id, string? Circle, DateOnly? Entry = null, DateOnly? Exit = null, string? Provenance = null, string? Source = null)
{
    public BelongingEntry Entered(string provenance) => new(Id, Circle!, new(Entry, Exit), Provenance ?? provenance, Source);

    public void Check(FieldChecks checks, string under)
    {
        checks.Require(Id != Guid.Empty, FieldRules.Missing, under + "id", null)
            .OneOf(Lists.Circles, Circle, under + "circle", required: true)
            .OneOf(Lists.Provenances, Provenance, under + "provenance").Text(Source, under + "source", 500);
    }
}

/// <summary>A dated criterion as a client sends it.</summary>
internal sealed record SentCriterion(string Criterion, DateOnly? From = null, DateOnly? To = null);

/// <summary>A membership without its periods.</summary>
internal record MembershipFacts : Provenanced
{
    public IReadOnlyList<SentCriterion>? Criteria { get; init; }

    /// <summary>Founder (fondateur).</summary>
    public bool Founder { get; init; }

    /// <summary>Lead structure (structure porteuse).</summary>
    public bool Lead { get; init; }

    public IReadOnlyList<string>? Relations { get; init; }

    public FieldChecks Check()
    {
        var checks = new FieldChecks();
        CheckProvenance(checks);
        checks.AllOf(Lists.Relations, Relations, "relations");
        for (var i = 0; i < (Criteria?.Count ?? 0); i++)
        {
            var sent = Criteria![i];
            var period = new Period(sent.From, sent.To);
            checks.OneOf(Lists.Criteria, sent.Criterion, $"criteria/{i}/criterion", required: true)
                .Require(!period.IsEmpty, FieldRules.DateOrder, $"criteria/{i}/to", sent.To)
                .Require(!Criteria.Take(i).Any(c => c.Criterion == sent.Criterion && new Period(c.From, c.To).Overlaps(period)), MembershipRules.CriterionTwice, $"criteria/{i}", sent.Criterion);
        }
        return checks;
    }
}

/// <summary>A new membership.</summary>
internal sealed record NewMembership : MembershipFacts
{
    public Guid Id { get; init; }

    public Guid OrganisationId { get; init; }

    public IReadOnlyList<SentBelonging>? Belongings { get; init; }

    public FieldChecks CheckAll()
    {
        var checks = Check().Require(Id != Guid.Empty, FieldRules.Missing, "id", null).Require(OrganisationId != Guid.Empty, FieldRules.Missing, "organisationId", null);
        for (var i = 0; i < (Belongings?.Count ?? 0); i++)
            Belongings![i].Check(checks, $"belongings/{i}/");
        return checks;
    }
}

/// <summary>End of the period open at a date.</summary>
internal sealed record SentExit(DateOnly Date);

/// <summary>Change of circle at a date.</summary>
internal sealed record SentMove(Guid Id, DateOnly Date, string Circle, string? Provenance = null, string? Source = null);
