using System.Text;
using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;
using Ptce.Messaging;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Survey.Tests.Hosting;

/// <summary>
/// A service that owns one section, as Members and Finance do, with a database, outbox and inbox of its own in the same process. Tests edit its section and
/// tell it how to behave badly.
/// </summary>
public abstract class OwnerDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<OwnedSection> Owned => Set<OwnedSection>();

    public DbSet<OwnedCopy> Copies => Set<OwnedCopy>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<OwnedSection>(e => e.ToTable("owned").HasKey(o => o.DossierId));
        model.Entity<OwnedCopy>(e => e.ToTable("copies").HasKey(c => new { c.DossierId, c.Attempt }));
    }
}

public sealed class MembersDb(DbContextOptions<MembersDb> options) : OwnerDb(options);

public sealed class FinanceDb(DbContextOptions<FinanceDb> options) : OwnerDb(options);

public sealed class OwnedSection
{
    public required Guid DossierId { get; init; }

    public required string PoleKey { get; init; }

    public long Revision { get; set; }

    public int Blocking { get; set; }
}

public sealed class OwnedCopy
{
    public required Guid DossierId { get; init; }

    public required int Attempt { get; init; }

    public required long Revision { get; init; }

    public required string Digest { get; init; }

    public required string Content { get; init; }

    public bool Signed { get; set; }
}

/// <summary>How a test owner behaves.</summary>
public sealed class Behaviour
{
    /// <summary>Reading its head fails.</summary>
    public bool Dead { get; set; }

    /// <summary>It refuses to copy.</summary>
    public bool Refuses { get; set; }

    /// <summary>How many of its tries at one candidate fail, before copying or after it and before the commit. Fewer than the tries that make a dead letter.</summary>
    public Func<Guid, int, int> Failures { get; set; } = (_, _) => 0;

    private readonly Dictionary<(Guid, int), int> failed = [];

    /// <summary>Fails when this candidate still has a failure to come: odd ones before copying, even ones after it.</summary>
    public void MayFail(Guid dossier, int attempt, bool afterCopying)
    {
        var before = failed.GetValueOrDefault((dossier, attempt));
        if (before >= Failures(dossier, attempt) || before % 2 == 0 == afterCopying)
            return;
        failed[(dossier, attempt)] = before + 1;
        throw new IOException(afterCopying ? "killed before the commit" : "disk full");
    }
}

/// <summary>The one section of a test owner.</summary>
public sealed record OwnerOf<TDb>(string Service, string Section, Behaviour Behaviour) where TDb : OwnerDb;

public sealed class TestOwner<TDb>(OwnerOf<TDb> self, DbScopes<TDb> scopes) : ISectionOwner where TDb : OwnerDb
{
    public Behaviour Behaviour => self.Behaviour;

    public async Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct)
    {
        if (self.Behaviour.Dead)
            throw new HttpRequestException("connection refused");
        await using var scope = scopes.Open();
        return await scope.Db.Owned.FindAsync([dossierId], ct) is { } owned ? new SectionHead(owned.Revision, owned.Blocking, 0, 1, 1, true) : null;
    }

    public async Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct)
    {
        await using var scope = scopes.Open();
        return await scope.Db.Copies.FirstOrDefaultAsync(c => c.Digest == digest, ct) is { } copy ? Encoding.UTF8.GetBytes(copy.Content) : null;
    }

    /// <summary>Somebody edits the section; whether the news reach Survey at once is another matter.</summary>
    public async Task EditAsync(Guid dossier, int blocking = 0, bool announce = true)
    {
        await using var scope = scopes.Open();
        var owned = await scope.Db.Owned.FindAsync([dossier]);
        owned!.Revision++;
        owned.Blocking = blocking;
        if (announce)
            scope.Db.Publish(Streams.Of(Streams.Sections, $"{dossier}:{self.Section}"), new SectionChecked(dossier, self.Section, owned.Revision, blocking, 0, 1, 1, true));
        await scope.Db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<OwnedCopy>> CopiesAsync(Guid dossier)
    {
        await using var scope = scopes.Open();
        return await scope.Db.Copies.AsNoTracking().Where(c => c.DossierId == dossier).ToListAsync();
    }

    public async Task TamperAsync(Guid dossier)
    {
        await using var scope = scopes.Open();
        await scope.Db.Copies.Where(c => c.DossierId == dossier).ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, c => c.Content + " "));
    }
}

public sealed class OpenOwned<TDb>(OwnerOf<TDb> self, TDb db) : IConsume<CampaignOpened> where TDb : OwnerDb
{
    public Task HandleAsync(CampaignOpened e, EventContext context, CancellationToken ct)
    {
        foreach (var dossier in e.Dossiers)
        {
            db.Owned.Add(new OwnedSection { DossierId = dossier.DossierId, PoleKey = dossier.PoleKey, Revision = 1 });
            db.Publish(Streams.Of(Streams.Sections, $"{dossier.DossierId}:{self.Section}"), new SectionChecked(dossier.DossierId, self.Section, 1, 0, 0, 1, 1, true));
        }
        return Task.CompletedTask;
    }
}

public sealed class CopyOwned<TDb>(OwnerOf<TDb> self, TDb db) : IConsume<CandidateRequested> where TDb : OwnerDb
{
    public async Task HandleAsync(CandidateRequested e, EventContext context, CancellationToken ct)
    {
        self.Behaviour.MayFail(e.DossierId, e.Attempt, afterCopying: false);
        var owned = await db.Owned.FindAsync([e.DossierId], ct);
        var stream = Streams.Of(Streams.Sections, $"{e.DossierId}:{self.Section}");
        if (self.Behaviour.Refuses)
        {
            db.Publish(stream, new SectionCandidateRefused(e.DossierId, self.Section, e.Attempt, "test.section.refused"));
            return;
        }
        var copy = new SectionCopy(self.Section, 1, e.PoleKey, 2015, [new CopiedItem("X", "answered", CopyValue.Count(owned!.Revision), "typed")],
            new Dictionary<string, IReadOnlyList<CopiedRecord>>());
        var bytes = copy.ToCanonical();
        db.Copies.Add(new OwnedCopy
        {
            DossierId = e.DossierId, Attempt = e.Attempt, Revision = owned.Revision, Digest = ContentDigest.Of(bytes), Content = Encoding.UTF8.GetString(bytes),
        });
        db.Publish(stream, new SectionCandidateStored(e.DossierId, self.Section, e.Attempt, owned.Revision, ContentDigest.Of(bytes), bytes.Length, owned.Blocking));
        self.Behaviour.MayFail(e.DossierId, e.Attempt, afterCopying: true);
    }
}

public sealed class DropOwned<TDb>(TDb db) : IConsume<CandidateDropped> where TDb : OwnerDb
{
    public async Task HandleAsync(CandidateDropped e, EventContext context, CancellationToken ct)
    {
        if (await db.Copies.FindAsync([e.DossierId, e.Attempt], ct) is { Signed: false } copy)
            db.Copies.Remove(copy);
    }
}

public sealed class SignOwned<TDb>(OwnerOf<TDb> self, TDb db) : IConsume<DossierSignedOff> where TDb : OwnerDb
{
    public async Task HandleAsync(DossierSignedOff e, EventContext context, CancellationToken ct)
    {
        var copy = await db.Copies.FindAsync([e.DossierId, e.Attempt], ct);
        copy!.Signed = true;
        db.Publish(Streams.Of(Streams.Sections, $"{e.DossierId}:{self.Section}"),
            new SectionSigned(e.DossierId, self.Section, e.Attempt, e.PoleKey, self.Service, copy.Digest, copy.Content.Length));
    }
}
