using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.Members.Editing;
using Ptce.Members.ExtraItems;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;

namespace Ptce.Members.Figures;

/// <summary>Everything a batch of figures needs, read in five queries whatever its size.</summary>
internal sealed class FiguresDesk
{
    private readonly MembersDb _db;
    private readonly string _key;
    private readonly Dictionary<Guid, Organisation> _members;
    private readonly Dictionary<(Guid Organisation, int Year), YearlyFigures> _figures;
    private readonly Dictionary<Guid, long> _applied;
    private readonly IReadOnlyList<SectionDefinition> _versions;

    private FiguresDesk(MembersDb db, string key, Dictionary<Guid, Organisation> members, Dictionary<(Guid, int), YearlyFigures> figures, Dictionary<Guid, long> applied, IReadOnlyList<SectionDefinition> versions) =>
        (_db, _key, _members, _figures, _applied, _versions) = (db, key, members, figures, applied, versions);

    public bool Changed { get; private set; }

    public static async Task<FiguresDesk> OpenAsync(MembersDb db, string key, IReadOnlyList<FiguresChange> changes, CancellationToken ct)
    {
        var ids = changes.Select(c => c.OrganisationId).Distinct().ToList();
        var years = changes.Select(c => c.Year).Distinct().ToList();
        var changeIds = changes.Select(c => c.Id).ToList();
        var redirects = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id) && o.MergedInto != null).ToDictionaryAsync(o => o.Id, o => o.MergedInto!.Value, ct);
        var kept = ids.Select(id => redirects.GetValueOrDefault(id, id)).ToList();
        var members = await (from membership in db.Memberships
                             join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
                             where membership.PoleKey == key && kept.Contains(organisation.Id)
                             select organisation).AsNoTracking().ToDictionaryAsync(o => o.Id, ct);
        foreach (var (merged, into) in redirects)
        {
            if (members.TryGetValue(into, out var organisation))
                members[merged] = organisation;
        }
        var figures = await db.Figures.Where(f => f.PoleKey == key && kept.Contains(f.OrganisationId) && years.Contains(f.Year)).ToDictionaryAsync(f => (f.OrganisationId, f.Year), ct);
        var applied = await db.AppliedChanges.AsNoTracking().Where(c => c.PoleKey == key && changeIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Revision, ct);
        return new(db, key, members, figures, applied, await SectionVersions.ReadAsync(db, ct));
    }

    public FiguresOutcome Apply(Edit edit, FiguresChange change, string pointer, string language)
    {
        if (_applied.TryGetValue(change.Id, out var known))
            return new(change.Id, "duplicate", known);
        if (Refusal(change) is { } violation)
        {
            var error = violation.Rule.At($"{pointer}/{violation.Field}", violation.Value);
            return new(change.Id, "refused", 0) { Code = error.Code, Pointer = error.Pointer, Message = error.Message.In(language), Remedy = error.Remedy!.In(language) };
        }
        var organisation = _members[change.OrganisationId];
        var told = change.Figures.Completed();
        var row = _figures.GetValueOrDefault((organisation.Id, change.Year));
        var version = row is null ? 0 : VersionAfterSave(row);
        if (row is null || !Json.Same(row.Facts, told))
        {
            if (change.Base != version)
                return new(change.Id, "conflict", version) { Current = row is null ? null : new FiguresView(row, TellFigures.FamilyIn(organisation, change.Year)) };
            row = TellFigures.Apply(edit, _db, _key, organisation.Id, change.Year, row, told);
            _figures[(organisation.Id, change.Year)] = row;
            Changed = true;
            version = VersionAfterSave(row);
        }
        _applied[change.Id] = version;
        _db.AppliedChanges.Add(new AppliedChange { PoleKey = _key, Id = change.Id, Revision = version, AppliedAt = edit.Now });
        return new(change.Id, "accepted", version);
    }

    private Violation? Refusal(FiguresChange change)
    {
        if (change.Id == Guid.Empty)
            return new(FieldRules.Missing, "id", null);
        if (change.Figures is null)
            return new(FieldRules.Missing, "figures", null);
        var checks = change.Figures.Check(change.Year);
        Extras.Check(checks, change.Figures.Extras, _versions, "figures");
        if (checks.Violations is [var first, ..])
            return first with { Field = first.Field == "year" ? "year" : "figures/" + first.Field };
        if (!_members.TryGetValue(change.OrganisationId, out var organisation))
            return new(FiguresRules.NotAMember, "organisationId", change.OrganisationId.ToString());
        return TellFigures.ReasonMissing(change.Figures.Completed(), TellFigures.FamilyIn(organisation, change.Year))
            ? new(FiguresRules.CountsReasonMissing, "figures/fteCountsReason", null)
            : null;
    }

    // A row changed several times in one batch is saved, and raised, once.
    private long VersionAfterSave(YearlyFigures row) => _db.Entry(row).State switch
    {
        EntityState.Added => 1,
        EntityState.Modified => row.Version + 1,
        _ => row.Version,
    };
}
