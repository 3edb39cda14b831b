using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Answers;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Projects;

/// <summary>A project as sent: values by item code without the group's prefix, e.g. <c>title</c>.</summary>
internal sealed record ProjectRequest(
    IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyDictionary<string, string>? States, IReadOnlyList<Partner>? Partners, string? Provenance, string? Source);

/// <summary>Which member's side confirms.</summary>
internal sealed record ConfirmRequest(string Member);

/// <summary>A project as read.</summary>
internal sealed record ProjectView(
    Guid Id, string Code, IReadOnlyDictionary<string, AnswerView> Values, IReadOnlyList<Partner> Partners, bool Active, bool Confirmed, IReadOnlyList<Confirmation> Confirmations, long Version)
{
    public static ProjectView Of(JointProject p, int year)
    {
        var content = p.Read();
        return new(p.Id, p.Code, content.Items.ToDictionary(i => i.Key[JointProject.Prefix.Length..], i => AnswerView.Of(i.Key, p.Id, 0, i.Value, "", default), StringComparer.Ordinal),
            content.Partners, ProjectCopy.IsActive(content, year), p.IsConfirmed, p.Confirmations, p.Version);
    }
}

/// <summary>Use cases: keep the register of joint projects, confirm a project for a member, draw the network.</summary>
internal static class ProjectUseCases
{
    private static readonly Problem NoRegister = new("survey.project.no-register", 404,
        fr: "L'édition de la campagne n'a pas de registre des projets communs.", en: "The campaign's edition has no register of joint projects.");

    private static readonly Problem NotFound = new("survey.project.not-found", 404, fr: "Ce projet n'existe pas.", en: "There is no such project.");

    private static readonly Problem BadCode = new("survey.project.bad-code", 422,
        fr: "Un code de projet a de 1 à 80 lettres, chiffres, points ou tirets.", en: "A project's code has 1 to 80 letters, digits, points or hyphens.");

    private static readonly Problem NotAPartner = new("survey.project.not-a-partner", 422,
        fr: "Ce membre ne prend pas part au projet.", en: "This member does not take part in the project.");

    public static async Task<IResult> ListAsync(Guid id, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is not { } open)
            return DossierProblems.NotFound.With();
        var projects = await db.Projects.AsNoTracking().Where(p => p.DossierId == id).OrderBy(p => p.Code).ToListAsync(ct);
        return Results.Ok(new Page<ProjectView>([.. projects.Select(p => ProjectView.Of(p, open.Campaign.Year))], null));
    }

    /// <summary>The network of the projects active in the campaign's year; <c>?confirmed=true</c> takes those that every side confirmed.</summary>
    public static async Task<IResult> NetworkAsync(Guid id, bool? confirmed, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is not { } open)
            return DossierProblems.NotFound.With();
        var projects = await db.Projects.AsNoTracking().Where(p => p.DossierId == id).OrderBy(p => p.Code).ToListAsync(ct);
        return Results.Ok(CooperationNetwork.Of(projects
            .Where(p => confirmed != true || p.IsConfirmed).Select(p => p.Read())
            .Where(values => ProjectCopy.IsActive(values, open.Campaign.Year))
            .Select(values => values.Partners.Select(p => p.Member).ToList())));
    }

    public static Task<IResult> PutAsync(Guid id, string code, ProjectRequest request, Caller caller, HttpContext http, DossierDesk desk, AnswerWriter writer, SurveyDb db, CancellationToken ct) =>
        ChangeAsync(id, code, caller, desk, writer, (open, sheet) =>
        {
            if (Read(request, sheet.Index.Definition, out var values) is { Count: > 0 } errors)
                return RequestProblems.Invalid.With(errors);
            var known = sheet.Projects.FirstOrDefault(p => p.Code == code);
            if (known?.SameAs(values!) == true)
                return Results.Ok(ProjectView.Of(known, open.Campaign.Year));
            if (known is not null && Preconditions.Check(http, known.Version, ProjectView.Of(known, open.Campaign.Year), request) is { } stale)
                return stale;
            if (known is null)
            {
                known = new JointProject { Id = DossierIdentity.Of(id, "project/" + code), DossierId = id, Code = code };
                db.Projects.Add(known);
                sheet.Projects.Add(known);
            }
            known.Write(values!);
            sheet.Touch([.. values!.Items.Select(i => new AnswerEntry(Guid.CreateVersion7(), i.Key, known.Id, "accepted", 0, i.Value))]);
            Preconditions.SetETag(http, known.Version + 1);
            return Results.Ok(ProjectView.Of(known, open.Campaign.Year) with { Version = known.Version + 1 });
        }, ct);

    public static Task<IResult> RemoveAsync(Guid id, string code, Caller caller, HttpContext http, DossierDesk desk, AnswerWriter writer, SurveyDb db, CancellationToken ct) =>
        ChangeAsync(id, code, caller, desk, writer, (open, sheet) =>
        {
            if (sheet.Projects.FirstOrDefault(p => p.Code == code) is not { } known)
                return Results.NoContent();
            if (Preconditions.Check(http, known.Version, ProjectView.Of(known, open.Campaign.Year)) is { } stale)
                return stale;
            db.Projects.Remove(known);
            sheet.Projects.Remove(known);
            sheet.Touch([new AnswerEntry(Guid.CreateVersion7(), JointProject.Prefix + "title", known.Id, "accepted", 0, new AnswerContent { State = AnswerStates.Removed })]);
            return Results.NoContent();
        }, ct);

    public static Task<IResult> ConfirmAsync(Guid id, string code, ConfirmRequest request, Caller caller, DossierDesk desk, AnswerWriter writer, TimeProvider time, CancellationToken ct) =>
        ChangeAsync(id, code, caller, desk, writer, (open, sheet) =>
        {
            if (sheet.Projects.FirstOrDefault(p => p.Code == code) is not { } known)
                return NotFound.With();
            if (!known.Read().Partners.Any(p => p.Member == request.Member))
                return NotAPartner.With();
            if (!known.Confirmations.Any(c => c.Member == request.Member))
            {
                known.Confirm(new Confirmation(request.Member, caller.Subject, time.GetUtcNow().UtcDateTime));
                sheet.Touch([]);
            }
            return Results.Ok(ProjectView.Of(known, open.Campaign.Year));
        }, ct);

    private static async Task<IResult> ChangeAsync(
        Guid id, string code, Caller caller, DossierDesk desk, AnswerWriter writer, Func<OpenDossier, OpenSheet, IResult> change, CancellationToken ct)
    {
        if (code.Length > 80 || code.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
            return BadCode.With();
        if (await desk.FindAsync(id, caller, Permissions.DossiersFill, ct) is not { } seen)
            return DossierProblems.NotFound.With();
        var act = caller.Can(Permissions.DossiersReview, seen.Dossier.PoleKey) ? SectionAct.Correct : SectionAct.Fill;
        return await writer.WriteAsync<IResult>(id, caller.Subject, async (open, sheets, _) =>
        {
            if ((await sheets.AllAsync(ct)).FirstOrDefault(s => s.Index.Rules.OfRecord(JointProject.Kind) is not null) is not { } sheet)
                return NoRegister.With();
            return SectionTransitions.Refusal(act, open.Campaign.State, open.Dossier.IsSigned, open.Dossier.Reopened, sheet.Section.State) is { } refused
                ? refused.With()
                : change(open, sheet);
        }, ct) ?? DossierProblems.NotFound.With();
    }

    private static List<FieldError> Read(ProjectRequest request, SectionDefinition section, out ProjectValues? values)
    {
        values = null;
        var errors = new List<FieldError>();
        var items = new SortedDictionary<string, AnswerContent>(StringComparer.Ordinal);
        var provenance = request.Provenance ?? Provenances.Typed;
        if (!Provenances.IsKnown(provenance))
            errors.Add(AnswerProblems.UnknownProvenance with { Pointer = "/provenance", Value = provenance });
        var asked = section.Groups.Where(g => g.Record == JointProject.Kind).SelectMany(g => g.Items).ToDictionary(i => i.Code, StringComparer.Ordinal);
        foreach (var (name, json) in request.Values)
        {
            if (!asked.TryGetValue(JointProject.Prefix + name, out var item) || item.Type is ItemType.Table or ItemType.Note or ItemType.Calculation)
                errors.Add(AnswerProblems.UnknownItem with { Pointer = "/values/" + name });
            else if (AnswerReader.Read(section, item, json) is var (value, error) && error is not null)
                errors.Add(new FieldError(error.Code, new LocalText(error.Message.Fr, error.Message.En), new LocalText(error.Remedy.Fr, error.Remedy.En)) { Pointer = "/values/" + name, Value = error.Value });
            else if (value is not null)
                items[item.Code] = new AnswerContent { State = AnswerStates.Answered, Value = value, Provenance = provenance, Source = request.Source };
        }
        foreach (var (name, state) in request.States ?? new Dictionary<string, string>())
        {
            if (asked.ContainsKey(JointProject.Prefix + name) && state is AnswerStates.Unknown or AnswerStates.NotApplicable)
                items[JointProject.Prefix + name] = new AnswerContent { State = state, Provenance = provenance, Source = request.Source };
            else
                errors.Add(AnswerProblems.UnknownState with { Pointer = "/states/" + name, Value = state });
        }
        var partners = (request.Partners ?? []).DistinctBy(p => p.Member).OrderBy(p => p.Member, StringComparer.Ordinal).ToList();
        foreach (var (column, key) in partners.SelectMany(p => new[] { ("C4.partners.member", p.Member), ("C4.partners.role", p.Role) }).Where(p => p.Item2 is not null))
        {
            if (section.Find(column) is { } item && AnswerReader.Read(section, item, JsonSerializer.SerializeToElement(key)).Error is { } error)
                errors.Add(new FieldError(error.Code, new LocalText(error.Message.Fr, error.Message.En), new LocalText(error.Remedy.Fr, error.Remedy.En)) { Pointer = "/partners", Value = key });
        }
        if (errors.Count == 0)
            values = new ProjectValues(items, partners);
        return errors;
    }
}
