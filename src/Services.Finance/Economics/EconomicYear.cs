using Ptce.Finance.Economics.Checks;
using Ptce.Finance.Economics.Lines;
using Ptce.Messaging.Storage;

namespace Ptce.Finance.Economics;

/// <summary>Economics of one pole and fiscal year (fonctionnement économique d'un PTCE pour un exercice).</summary>
internal sealed class EconomicYear : IVersioned
{
    private readonly List<EconomicLine> _lines = [];

    public Guid Id { get; init; }

    public required string PoleKey { get; init; }

    /// <summary>Calendar year in which the fiscal year closes.</summary>
    public required int Year { get; init; }

    public long Version { get; set; }

    /// <summary>Raised by every change of content: header, lines, answers to warnings.</summary>
    public long Revision { get; private set; }

    public Situation? Situation { get; private set; }

    /// <summary>A forecast (prévisionnel) instead of what was realised.</summary>
    public bool Forecast { get; private set; }

    public DateOnly Opens { get; private set; }

    public DateOnly Closes { get; private set; }

    /// <summary>Chart of accounts, e.g. <c>PCA2018</c>.</summary>
    public string? Regime { get; private set; }

    /// <summary>Premises income and cost are included, not kept in the carrier's accounts.</summary>
    public bool? PremisesIncluded { get; private set; }

    /// <summary>Time of support functions is included.</summary>
    public bool? SupportIncluded { get; private set; }

    /// <summary>Time of seconded staff is valued.</summary>
    public bool? SecondmentValued { get; private set; }

    public long? DeclaredIncomeCents { get; private set; }

    public long? DeclaredExpensesCents { get; private set; }

    public string Provenance { get; private set; } = Economics.Provenance.Typed;

    public string? Source { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>Lines that stand, in the order of the catalogue and their number.</summary>
    public IEnumerable<EconomicLine> Lines => _lines.Where(line => !line.Removed);

    public List<WarningAnswer> Answers { get; } = [];

    /// <summary>Somebody has described the year: an edit must say which version it is based on.</summary>
    public bool IsDescribed { get; private set; }

    /// <summary>What a client may set on the year itself.</summary>
    public YearContent Content
    {
        get => new(Situation, Forecast, Opens, Closes, Regime, PremisesIncluded, SupportIncluded, SecondmentValued,
            DeclaredIncomeCents, DeclaredExpensesCents, Provenance, Source, Comment);
        set
        {
            (Situation, Forecast, Opens, Closes, Regime) = (value.Situation, value.Forecast, value.Opens, value.Closes, value.Regime);
            (PremisesIncluded, SupportIncluded, SecondmentValued) = (value.PremisesIncluded, value.SupportIncluded, value.SecondmentValued);
            (DeclaredIncomeCents, DeclaredExpensesCents) = (value.DeclaredIncomeCents, value.DeclaredExpensesCents);
            (Provenance, Source, Comment) = (value.Provenance, value.Source, value.Comment);
            IsDescribed = true;
            Revision++;
        }
    }

    /// <summary>A year of which nothing is known yet: the calendar year, everything else open.</summary>
    public static EconomicYear Open(string poleKey, int year) => new()
    {
        Id = Guid.CreateVersion7(),
        PoleKey = poleKey,
        Year = year,
        Opens = new DateOnly(year, 1, 1),
        Closes = new DateOnly(year, 12, 31),
    };

    public EconomicLine? Find(string line, int number) =>
        _lines.Find(candidate => candidate.Line == line && candidate.Number == number);

    public EconomicLine Add(EconomicLine line)
    {
        _lines.Add(line);
        return line;
    }

    /// <summary>Somebody answered this warning, for the figures that it is about now.</summary>
    public bool IsAnswered(Check check) => Answers.Exists(answer => answer.Code == check.Code && answer.About == check.About);

    /// <summary>Answers a warning; an empty answer opens it again.</summary>
    public void Answer(Check check, string? answer)
    {
        Answers.RemoveAll(known => known.Code == check.Code);
        if (!string.IsNullOrWhiteSpace(answer))
            Answers.Add(new WarningAnswer { YearId = Id, Code = check.Code, About = check.About, Answer = answer });
        Revision++;
    }

    /// <summary>Marks that content changed.</summary>
    public void Touch() => Revision++;

    public long Total(LineSide side) => Lines.Where(line => line.Definition.Side == side).Sum(line => line.Cents);

    public long Total(LineGroup group) => Lines.Where(line => line.Definition.Group == group).Sum(line => line.Cents);
}

/// <summary>The header of a year as a value: two are equal when their content is.</summary>
internal sealed record YearContent(
    Situation? Situation,
    bool Forecast,
    DateOnly Opens,
    DateOnly Closes,
    string? Regime,
    bool? PremisesIncluded,
    bool? SupportIncluded,
    bool? SecondmentValued,
    long? DeclaredIncomeCents,
    long? DeclaredExpensesCents,
    string Provenance,
    string? Source,
    string? Comment);

/// <summary>What the pole says to a warning (réponse à un avertissement). It stands as long as the warning says the same.</summary>
internal sealed class WarningAnswer
{
    public long Id { get; init; }

    public Guid YearId { get; init; }

    /// <summary>Code of the check.</summary>
    public required string Code { get; init; }

    /// <summary>The figures that the warning was about: when they change, it opens again.</summary>
    public required string About { get; set; }

    public required string Answer { get; set; }
}
