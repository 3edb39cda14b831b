using System.Text.Json.Nodes;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;

namespace Ptce.Members.Exchange;

/// <summary>What a file does to an organisation.</summary>
internal sealed class OrganisationPlan(Organisation? stored, int firstLine)
{
    public Organisation? Stored => stored;

    public Guid Id { get; } = stored?.Id ?? Guid.CreateVersion7();

    public int FirstLine => firstLine;

    public Told Told { get; } = new();

    public List<string> Spellings { get; } = [];

    public MemberCode? Code { get; set; }

    public required string Provenance { get; init; }

    public string? Source { get; init; }

    public OrganisationFacts? Facts { get; private set; }

    public bool Changed { get; private set; } = true;

    public void Settle(OrganisationFacts facts) => (Facts, Changed) = (facts, stored is null || !Json.Same(stored.Facts, facts));

    /// <summary>Takes names out of what a line tells: the first one is the name of a new record, every other a spelling.</summary>
    public JsonObject Spell(JsonObject told)
    {
        var rest = told.DeepClone().AsObject();
        if (rest["aliases"] is JsonArray aliases)
        {
            Spellings.AddRange(aliases.Select(a => (string)a!));
            rest.Remove("aliases");
        }
        if (rest["name"] is { } name && (stored is not null || Told.Has("name")))
        {
            Spellings.Add((string)name!);
            rest.Remove("name");
        }
        return rest;
    }
}

/// <summary>What a file does to a membership.</summary>
internal sealed class MembershipPlan(Membership membership, bool isNew, List<Belonging> log, List<Criterion> criteria, int firstLine)
{
    public Membership Membership => membership;

    public bool IsNew => isNew;

    public int FirstLine => firstLine;

    public List<Belonging> Log => log;

    public List<Criterion> Criteria => criteria;

    public Belongings Belongings { get; } = new(membership.Id, membership.PoleKey, log);

    public bool PeriodTold { get; set; }

    public bool Altered { get; set; }

    public bool Changed => isNew || Altered;
}

/// <summary>What a file does to a year's figures.</summary>
internal sealed class FiguresPlan(YearlyFigures? stored, int firstLine)
{
    public YearlyFigures? Stored => stored;

    public int FirstLine => firstLine;

    public Told Told { get; } = new();

    public required string Provenance { get; init; }

    public string? Source { get; init; }

    public FiguresFacts? Facts { get; private set; }

    public bool Changed { get; private set; } = true;

    public void Settle(FiguresFacts facts) => (Facts, Changed) = (facts, stored is null || !Json.Same(stored.Facts, facts));
}
