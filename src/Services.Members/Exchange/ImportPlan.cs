using Ptce.Members.Editing;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Members.Exchange;

/// <summary>
/// What a file would do, worked out before anything is written: every fault by line and column, and the records to create or change. A file
/// that was taken already leaves a plan without a change.
/// </summary>
internal sealed class ImportPlan(ExistingMembers existing, Caller caller, DateOnly today, DateTime now)
{
    private readonly Dictionary<string, OrganisationPlan> _bySiren = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrganisationPlan> _byRna = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), OrganisationPlan> _byCode = [];
    private readonly Dictionary<Guid, OrganisationPlan> _byId = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public List<CellFault> Faults { get; } = [];

    public List<OrganisationPlan> Organisations { get; } = [];

    public Dictionary<(string Pole, Guid Organisation), MembershipPlan> Memberships { get; } = [];

    public Dictionary<(string Pole, Guid Organisation, int Year), FiguresPlan> Figures { get; } = [];

    public ExistingMembers Existing => existing;

    /// <summary>The machine's time that the plan was made at.</summary>
    public DateTime Now => now;

    public void Take(IEnumerable<ParsedLine> lines)
    {
        foreach (var line in lines.Where(l => l.IsKeyed))
        {
            if (!MayFill(line.Pole!))
                Fault(ExchangeRules.PoleUnknown, line, Columns.Pole);
            else if (Identify(line) is { } organisation)
                Take(line, organisation);
        }
        foreach (var organisation in Organisations)
            Settle(organisation);
        foreach (var membership in Memberships.Values.Where(m => m is { IsNew: true, PeriodTold: false }))
            Faults.Add(new(ExchangeRules.CircleMissing, membership.FirstLine, Columns.Circle.Name, null));
        foreach (var (key, figures) in Figures)
            Settle(key, figures);
    }

    /// <summary>The recorded time that an edit of the pole made now has.</summary>
    private DateTime Recorded(string pole) => RecordedClock.Next(now, existing.Contents.GetValueOrDefault(pole)?.RecordedAt);

    private bool MayFill(string pole) => _open.Contains(pole) || (existing.Poles.Contains(pole) && caller.Can(Permissions.PolesFill, pole) && _open.Add(pole));

    // The record, stored or planned by an earlier line, that the line's identifiers name; they must agree on one.
    private OrganisationPlan? Identify(ParsedLine line)
    {
        var named = Stored(line).Select(stored => _byId.GetValueOrDefault(stored.Id) ?? Plan(stored, line)).Concat(Planned(line)).Distinct().ToList();
        if (named.Count > 1)
        {
            Fault(ExchangeRules.IdentifiersDisagree, line, line.Siren is not null ? Columns.Siren : Columns.Rna);
            return null;
        }
        var plan = named.Count == 1 ? named[0] : Plan(null, line);
        if (plan.Stored is { NaturalPerson: true, CodePole: { } home } && !caller.Can(Permissions.PolesFill, home))
        {
            Fault(ExchangeRules.NotUsable, line, line.Siren is not null ? Columns.Siren : Columns.Rna);
            return null;
        }
        if (line.Siren is not null)
            _bySiren[line.Siren] = plan;
        if (line.Rna is not null)
            _byRna[line.Rna] = plan;
        if (line.Code is not null)
            _byCode[(line.Pole!, line.Code)] = plan;
        return plan;
    }

    private OrganisationPlan Plan(Organisation? stored, ParsedLine line)
    {
        var plan = new OrganisationPlan(stored, line.Line.Number) { Provenance = line.Provenance, Source = line.Source };
        _byId[plan.Id] = plan;
        Organisations.Add(plan);
        return plan;
    }

    private IEnumerable<Organisation> Stored(ParsedLine line) => new[]
    {
        line.Siren is { } siren ? existing.BySiren.GetValueOrDefault(siren) : null,
        line.Rna is { } rna ? existing.ByRna.GetValueOrDefault(rna) : null,
        line.Code is { } code ? existing.ByCode.GetValueOrDefault((line.Pole!, code)) : null,
    }.OfType<Organisation>().DistinctBy(o => o.Id);

    private IEnumerable<OrganisationPlan> Planned(ParsedLine line) => new[]
    {
        line.Siren is { } siren ? _bySiren.GetValueOrDefault(siren) : null,
        line.Rna is { } rna ? _byRna.GetValueOrDefault(rna) : null,
        line.Code is { } code ? _byCode.GetValueOrDefault((line.Pole!, code)) : null,
    }.OfType<OrganisationPlan>();

    private void Take(ParsedLine line, OrganisationPlan organisation)
    {
        foreach (var member in organisation.Told.Take(organisation.Spell(line.Organisation), line.Line.Number))
            Fault(ExchangeRules.Contradiction, line, Columns.Organisation.First(c => c.Field == member));
        if (line.Code is not null && organisation.Stored?.Facts.Code is null)
            organisation.Code ??= new(line.Pole!, line.Code);
        TakeMembership(line, organisation);
        if (line.Figures.Count == 0 || line.Year is not { } year)
            return;
        var key = (line.Pole!, organisation.Id, year);
        if (!Figures.TryGetValue(key, out var figures))
            Figures[key] = figures = new(existing.Figures.GetValueOrDefault(key), line.Line.Number) { Provenance = line.Provenance, Source = line.Source };
        foreach (var member in figures.Told.Take(line.Figures, line.Line.Number))
            Fault(ExchangeRules.Contradiction, line, Columns.Figures.First(c => c.Field == member));
    }

    private void TakeMembership(ParsedLine line, OrganisationPlan organisation)
    {
        var key = (line.Pole!, organisation.Id);
        if (!Memberships.TryGetValue(key, out var plan))
        {
            var stored = existing.Memberships.GetValueOrDefault(key);
            var membership = stored ?? new Membership { Id = Guid.CreateVersion7(), PoleKey = line.Pole!, OrganisationId = organisation.Id, Provenance = line.Provenance, Source = line.Source };
            Memberships[key] = plan = new(membership, stored is null, [.. existing.Belongings[membership.Id]], [.. existing.Criteria[membership.Id]], line.Line.Number);
        }
        plan.PeriodTold |= line.TellsPeriod;
        TakeFlags(line, plan);
        if (line.Circle is { } circle && line.PeriodRead && TakePeriod(line, plan, circle) is { } broken)
            Fault(broken, line, broken == MembershipRules.Empty ? Columns.Exit : Columns.Entry);
    }

    private void TakeFlags(ParsedLine line, MembershipPlan plan)
    {
        var membership = plan.Membership;
        if (line.Founder is { } founder && founder != membership.Founder)
            (membership.Founder, plan.Altered) = (founder, true);
        if (line.Lead is { } lead && lead != membership.Lead)
            (membership.Lead, plan.Altered) = (lead, true);
        foreach (var code in line.Criteria.Where(code => !plan.Criteria.Exists(c => c.Code == code)))
        {
            plan.Criteria.Add(new Criterion { MembershipId = membership.Id, PoleKey = membership.PoleKey, Code = code, RecordedFrom = Recorded(membership.PoleKey) });
            plan.Altered = true;
        }
    }

    private Rule? TakePeriod(ParsedLine line, MembershipPlan plan, string circle)
    {
        var recorded = Recorded(plan.Membership.PoleKey);
        var current = line.Entry is null
            ? plan.Belongings.Current.LastOrDefault(b => b.Circle == circle)
            : plan.Belongings.Current.FirstOrDefault(b => b.Entry == line.Entry);
        var versions = plan.Log.Count;
        var broken = current is null
            ? plan.Belongings.Enter(new(Guid.CreateVersion7(), circle, new(line.Entry, line.Exit), line.Provenance, line.Source), recorded)
            : Same(current, line, circle) ? null
            : plan.Belongings.Correct(new(current.Id, circle, new(line.Entry ?? current.Entry, line.Exit ?? current.Exit), line.Provenance, line.Source), recorded);
        plan.Altered |= plan.Log.Count > versions;
        return broken;
    }

    private static bool Same(Belonging current, ParsedLine line, string circle) => current.Circle == circle && (line.Exit is null || line.Exit == current.Exit);

    private void Settle(OrganisationPlan plan)
    {
        var facts = plan.Told.Over(plan.Stored?.Facts, plan.Provenance, plan.Source);
        var spellings = (facts.Aliases ?? []).Concat(plan.Spellings).Where(spelling => spelling != facts.Name).Distinct().ToList();
        plan.Settle((facts with { Code = facts.Code ?? plan.Code, Aliases = spellings }).Normal());
        foreach (var violation in plan.Facts!.Check(today).Violations)
        {
            var field = violation.Field.Split('/')[0];
            var column = field == "code" ? Columns.Code : Columns.Organisation.FirstOrDefault(c => c.Field == field) ?? Columns.Name;
            Faults.Add(new(violation.Rule, plan.Told.LineOf(field, plan.FirstLine), column.Name, violation.Value));
        }
    }

    private void Settle((string Pole, Guid Organisation, int Year) key, FiguresPlan plan)
    {
        plan.Settle(plan.Told.Over(plan.Stored?.Facts, plan.Provenance, plan.Source).Completed());
        var violations = plan.Facts!.Check(key.Year).Violations.ToList();
        var family = _byId[key.Organisation].Facts!.At(new DateOnly(Math.Clamp(key.Year, 1900, 2100), 12, 31)).Family;
        if (violations.Count == 0 && TellFigures.ReasonMissing(plan.Facts, family))
            violations.Add(new(FiguresRules.CountsReasonMissing, "fteCountsReason", null));
        foreach (var violation in violations)
        {
            var column = violation.Field == "year" ? Columns.Year : Columns.Figures.FirstOrDefault(c => c.Field == violation.Field) ?? Columns.Year;
            Faults.Add(new(violation.Rule, plan.Told.LineOf(violation.Field, plan.FirstLine), column.Name, violation.Value));
        }
    }

    private void Fault(Rule rule, ParsedLine line, Column column) => Faults.Add(new(rule, line.Line.Number, column.Name, line.Line[column]));
}
