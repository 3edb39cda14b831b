using System.Text.Json;
using Ptce.Members.Vocabulary;

namespace Ptce.Members.Figures;

/// <summary>What a member is in a year (données annuelles), as one pole tells it. Amounts in EUR, FTE as an annual average.</summary>
internal record FiguresFacts : Provenanced
{
    private const decimal MostMoney = 1_000_000_000_000m;
    private const decimal MostPosts = 1_000_000m;

    /// <summary>FTE of the establishments in the territory, annual average.</summary>
    public decimal? Fte { get; init; }

    /// <summary>Income, EUR.</summary>
    public decimal? Income { get; init; }

    public string? IncomeBand { get; init; }

    /// <summary><c>turnover</c> or <c>operating-income</c>.</summary>
    public string? IncomeBasis { get; init; }

    /// <summary>Balance-sheet total, EUR.</summary>
    public decimal? BalanceSheet { get; init; }

    /// <summary>Whether the FTE count in the pole's total; null leaves it to the rule.</summary>
    public bool? FteCounts { get; init; }

    public string? FteCountsReason { get; init; }

    /// <summary>Insertion posts (postes d'insertion), FTE.</summary>
    public decimal? InsertionPosts { get; init; }

    public int? InsertionContracts { get; init; }

    public int? ProfessionalisationContracts { get; init; }

    public int? SalariedEntrepreneurs { get; init; }

    /// <summary>Residents hosted (résidents accueillis).</summary>
    public int? Residents { get; init; }

    public int? PeopleHeads { get; init; }

    public int? PeoplePresidents { get; init; }

    public int? PeopleEmployees { get; init; }

    public int? PeopleVolunteers { get; init; }

    /// <summary>People involved in cooperation, all kinds.</summary>
    public int? People { get; init; }

    /// <summary>Consent to publish these figures by name.</summary>
    public bool? Consent { get; init; }

    public string? DeclaredBy { get; init; }

    /// <summary>Evidence (pièce): reference of a document in the dossier.</summary>
    public string? Evidence { get; init; }

    /// <summary>Answers to extra items of the section's version, by code.</summary>
    public SortedDictionary<string, JsonElement>? Extras { get; init; }

    /// <summary>Completed by what follows: the band of an income, the sum of people.</summary>
    public FiguresFacts Completed() => this with
    {
        IncomeBand = Income is { } income ? AmountRange.BandOf((long)(income * 100)) : IncomeBand,
        People = People ?? (PeopleHeads + PeoplePresidents + PeopleEmployees + PeopleVolunteers),
    };

    public FieldChecks Check(int year)
    {
        var checks = new FieldChecks();
        CheckProvenance(checks);
        checks.Year(year, "year")
            .Number(Fte, "fte", MostPosts).Number(Income, "income", MostMoney).Number(BalanceSheet, "balanceSheet", MostMoney).Number(InsertionPosts, "insertionPosts", MostPosts)
            .OneOf(Lists.IncomeBands, IncomeBand, "incomeBand").OneOf(Lists.IncomeBases, IncomeBasis, "incomeBasis").OneOf(Lists.DeclaredBy, DeclaredBy, "declaredBy")
            .Count(InsertionContracts, "insertionContracts").Count(ProfessionalisationContracts, "professionalisationContracts")
            .Count(SalariedEntrepreneurs, "salariedEntrepreneurs").Count(Residents, "residents")
            .Count(PeopleHeads, "peopleHeads").Count(PeoplePresidents, "peoplePresidents").Count(PeopleEmployees, "peopleEmployees").Count(PeopleVolunteers, "peopleVolunteers").Count(People, "people")
            .Text(FteCountsReason, "fteCountsReason", 200).Text(Evidence, "evidence", 300);
        if (!checks.Passed)
            return checks;
        var kinds = new[] { PeopleHeads, PeoplePresidents, PeopleEmployees, PeopleVolunteers };
        var sum = kinds.Sum(k => k ?? 0);
        return checks
            .Require(Income is null || IncomeBand is null || AmountRange.BandOf((long)(Income * 100)) == IncomeBand, FiguresRules.BandAgainstAmount, "incomeBand", IncomeBand)
            .Require(People is null || (kinds.All(k => k is not null) ? sum == People : sum <= People), FiguresRules.PeopleDoNotAddUp, "people", People);
    }

    /// <summary>What is known of the turnover.</summary>
    public AmountRange Turnover()
    {
        var range = Income is { } income ? AmountRange.Exactly((long)(income * 100)) : IncomeBand is { } band ? AmountRange.Band(band) : AmountRange.Unknown;
        return IncomeBasis == "operating-income" ? AmountRange.AtMost(range.High) : range;
    }

    public SizeClass Size() => SizeClass.Of(Fte, Turnover(), BalanceSheet is { } balance ? (long)(balance * 100) : null);
}
