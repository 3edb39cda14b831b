using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;

namespace Ptce.Members.Exchange;

/// <summary>What is stored of the members that a file names: read in chunks, untracked, whatever the size of the file.</summary>
internal sealed class ExistingMembers
{
    private const int Chunk = 500;

    public HashSet<string> Poles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PoleContent> Contents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Organisation> BySiren { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Organisation> ByRna { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Pole, string Code), Organisation> ByCode { get; } = [];

    public Dictionary<(string Pole, Guid Organisation), Membership> Memberships { get; } = [];

    public ILookup<Guid, Belonging> Belongings { get; private set; } = Array.Empty<Belonging>().ToLookup(b => b.MembershipId);

    public ILookup<Guid, Criterion> Criteria { get; private set; } = Array.Empty<Criterion>().ToLookup(c => c.MembershipId);

    public Dictionary<(string Pole, Guid Organisation, int Year), YearlyFigures> Figures { get; } = [];

    public static async Task<ExistingMembers> ReadAsync(MembersDb db, IReadOnlyList<ParsedLine> lines, CancellationToken ct)
    {
        var found = new ExistingMembers();
        var poles = lines.Select(l => l.Pole).OfType<string>().Distinct().ToList();
        var years = lines.Select(l => l.Year).OfType<int>().Distinct().ToList();
        var belongings = new List<Belonging>();
        var criteria = new List<Criterion>();
        foreach (var chunk in poles.Chunk(Chunk))
        {
            found.Poles.UnionWith(await db.Poles.Where(p => chunk.Contains(p.Key)).Select(p => p.Key).ToListAsync(ct));
            foreach (var content in await db.Contents.AsNoTracking().Where(c => chunk.Contains(c.PoleKey)).ToListAsync(ct))
                found.Contents[content.PoleKey] = content;
            foreach (var membership in await db.Memberships.AsNoTracking().Where(m => chunk.Contains(m.PoleKey)).ToListAsync(ct))
                found.Memberships[(membership.PoleKey, membership.OrganisationId)] = membership;
            foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => o.CodePole != null && chunk.Contains(o.CodePole)).ToListAsync(ct))
                found.Add(organisation);
            belongings.AddRange(await db.Belongings.AsNoTracking().Where(b => chunk.Contains(b.PoleKey) && b.RecordedTo == null).ToListAsync(ct));
            criteria.AddRange(await db.Criteria.AsNoTracking().Where(c => chunk.Contains(c.PoleKey) && c.RecordedTo == null).ToListAsync(ct));
            foreach (var figures in await db.Figures.AsNoTracking().Where(f => chunk.Contains(f.PoleKey) && years.Contains(f.Year)).ToListAsync(ct))
                found.Figures[(figures.PoleKey, figures.OrganisationId, figures.Year)] = figures;
        }
        foreach (var chunk in lines.Select(l => l.Siren).OfType<string>().Distinct().Chunk(Chunk))
        {
            foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => o.Siren != null && chunk.Contains(o.Siren)).ToListAsync(ct))
                found.Add(organisation);
        }
        foreach (var chunk in lines.Select(l => l.Rna).OfType<string>().Distinct().Chunk(Chunk))
        {
            foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => o.Rna != null && chunk.Contains(o.Rna)).ToListAsync(ct))
                found.Add(organisation);
        }
        found.Belongings = belongings.ToLookup(b => b.MembershipId);
        found.Criteria = criteria.ToLookup(c => c.MembershipId);
        return found;
    }

    // One object per record, whichever of its identifiers found it.
    private void Add(Organisation organisation)
    {
        var known = (organisation.Siren is { } siren ? BySiren.GetValueOrDefault(siren) : null)
            ?? (organisation.Rna is { } rna ? ByRna.GetValueOrDefault(rna) : null)
            ?? (organisation is { CodePole: { } pole, Code: { } code } ? ByCode.GetValueOrDefault((pole, code)) : null)
            ?? organisation;
        if (known.Siren is not null)
            BySiren[known.Siren] = known;
        if (known.Rna is not null)
            ByRna[known.Rna] = known;
        if (known is { CodePole: not null, Code: not null })
            ByCode[(known.CodePole, known.Code)] = known;
    }
}
