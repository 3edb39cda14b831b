using Ptce.Contracts.Survey;
using Ptce.Grid.Definitions;
using Ptce.Messaging.Storage;

namespace Ptce.Survey.Campaigns;

/// <summary>
/// A campaign (campagne): one year's round of the grid over the participating PTCE, filled against the section versions that its edition pins,
/// for ever.
/// </summary>
internal sealed class Campaign : IVersioned
{
    public required Guid Id { get; init; }

    public required int Year { get; set; }

    /// <summary>Edition of the grid, e.g. <c>2015</c>.</summary>
    public required string Edition { get; set; }

    public required LocalizedText Name { get; set; }

    /// <summary>Date at which morphology is told (date de référence).</summary>
    public required DateOnly ReferenceDate { get; set; }

    /// <summary>Calendar year in which the fiscal year closed (exercice clos).</summary>
    public required int FiscalYear { get; set; }

    /// <summary>True for the demonstration data set: nothing in it is evidence.</summary>
    public required bool Demonstration { get; set; }

    public required CampaignCalendar Calendar { get; set; }

    /// <summary>Participating PTCE, by key, sorted.</summary>
    public required IReadOnlyList<string> Poles { get; set; }

    /// <summary>Section versions that the edition pins, sorted by key.</summary>
    public required IReadOnlyList<SectionPin> Sections { get; set; }

    public CampaignState State { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>draft → open.</summary>
    public void Open(DateTime at)
    {
        State = CampaignState.Open;
        OpenedAt = at;
    }

    /// <summary>open → closed.</summary>
    public void Close(DateTime at)
    {
        State = CampaignState.Closed;
        ClosedAt = at;
    }

    /// <summary>closed → published; again after a correction was signed.</summary>
    public void Publish(DateTime at)
    {
        State = CampaignState.Published;
        PublishedAt = at;
    }
}

/// <summary>The dates of a campaign (calendrier); each may be open still.</summary>
/// <param name="Launch">Launch meeting (réunion de lancement).</param>
/// <param name="FirstInterviews">From when the first interviews are held (premiers entretiens).</param>
/// <param name="SecondInterviews">From when the second interviews are held (seconds entretiens).</param>
/// <param name="SignOff">Until when leaders sign (validation).</param>
/// <param name="Publication">Publication of the report (publication).</param>
internal sealed record CampaignCalendar(
    DateOnly? Launch = null,
    DateOnly? FirstInterviews = null,
    DateOnly? SecondInterviews = null,
    DateOnly? SignOff = null,
    DateOnly? Publication = null)
{
    private DateOnly?[] InOrder => [Launch, FirstInterviews, SecondInterviews, SignOff, Publication];

    /// <summary>The dates that are set rise from launch to publication.</summary>
    public bool IsInOrder()
    {
        var set = InOrder.OfType<DateOnly>().ToArray();
        return set.SequenceEqual(set.Order());
    }
}
