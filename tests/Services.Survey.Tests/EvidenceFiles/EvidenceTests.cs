using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.EvidenceFiles;

public sealed class EvidenceTests : IDisposable
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;
    private readonly string path = $"/api/survey/dossiers/{Walk.Phares}/evidence";

    public EvidenceTests() => walk = new Walk(host);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_report_comes_back_byte_for_byte_and_is_never_rendered()
    {
        await walk.OpenAsync();
        var bytes = Encoding.ASCII.GetBytes("%PDF-1.7 rapport d'activité");
        var id = Guid.NewGuid();
        var stored = await Walk.OkAsync(UploadAsync(walk.Leader, id, bytes, "../rapport 2014\u0000.pdf"));
        Assert.Equal(("application/pdf", "..rapport 2014.pdf".TrimStart('.')), ((string?)stored["mediaType"], (string?)stored["fileName"]));
        Assert.Equal((string?)stored["digest"], (string?)(await Walk.OkAsync(UploadAsync(walk.Leader, id, bytes, "rapport.pdf")))["digest"]);

        using var answer = await walk.Analyst.GetAsync($"{path}/{id}");
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MZ\u0090\u0000\u0003", "program.pdf")]
    [InlineData("", "vide.pdf")]
    [InlineData("PK\u0003\u0004 not a package", "x.docx")]
    public async Task What_is_of_no_accepted_type_by_its_content_is_refused_whatever_its_name(string content, string name)
    {
        await walk.OpenAsync();
        using var answer = await UploadAsync(walk.Leader, Guid.NewGuid(), Encoding.Latin1.GetBytes(content), name);
        Assert.Equal(content.Length == 0 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty((await walk.Leader.GetFromJsonAsync<JsonNode>(path))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Office_documents_are_told_by_what_is_inside_and_macros_are_refused()
    {
        await walk.OpenAsync();
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (string?)(await Walk.OkAsync(UploadAsync(walk.Leader, Guid.NewGuid(), Package("xl/workbook.xml"), "b.bin")))["mediaType"]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await UploadAsync(walk.Leader, Guid.NewGuid(), Package("xl/workbook.xml", "xl/vbaProject.bin"), "b.xlsx")).StatusCode);
    }

    [Fact]
    public async Task Html_is_text_and_more_than_50_megabytes_are_refused_without_being_kept()
    {
        await walk.OpenAsync();
        Assert.Equal("text/plain", (string?)(await Walk.OkAsync(UploadAsync(walk.Leader, Guid.NewGuid(), Encoding.UTF8.GetBytes("<script>alert('é')</script>"), "page.html")))["mediaType"]);
        await Walk.RefusedAsync(UploadAsync(walk.Leader, Guid.NewGuid(), new byte[50 * 1024 * 1024 + 1], "gros.txt"), HttpStatusCode.RequestEntityTooLarge, "survey.evidence.too-large");
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder, "evidence"), "*.part"));
    }

    [Fact]
    public async Task Evidence_of_another_pole_does_not_exist()
    {
        await walk.OpenAsync();
        var id = Guid.NewGuid();
        await Walk.OkAsync(UploadAsync(walk.Leader, id, "%PDF-1.7"u8.ToArray(), "r.pdf"));
        var stranger = host.AsPerson("leader:la-serre");
        await Walk.RefusedAsync(stranger.GetAsync($"{path}/{id}"), HttpStatusCode.NotFound, "survey.dossier.not-found");
        await Walk.RefusedAsync(stranger.GetAsync($"/api/survey/dossiers/{Walk.LaSerre}/evidence/{id}"), HttpStatusCode.NotFound, "survey.evidence.not-found");
    }

    [Fact]
    public async Task An_interview_cites_evidence_of_its_own_dossier()
    {
        await walk.OpenAsync();
        var id = Guid.NewGuid();
        await Walk.OkAsync(UploadAsync(walk.Leader, id, "%PDF-1.7"u8.ToArray(), "r.pdf"));
        var interview = $"/api/survey/dossiers/{Walk.Phares}/interviews/{Guid.NewGuid()}";
        var body = new { number = 1, date = "2015-04-02", participants = new[] { "la directrice" }, notes = "Collecte", documents = new[] { id } };
        Assert.Equal(1, (int)(await Walk.OkAsync(walk.Analyst.PutAsJsonAsync(interview, body)))["version"]!);
        Assert.Equal(1, (int)(await Walk.OkAsync(walk.Analyst.PutAsJsonAsync(interview, body)))["version"]!);
        await Walk.RefusedAsync(walk.Analyst.PutAsJsonAsync(interview, new { number = 2, date = "2015-06-02" }), HttpStatusCode.PreconditionRequired, "request.if-match.missing");
        var elsewhere = $"/api/survey/dossiers/{Walk.LaSerre}/interviews/{Guid.NewGuid()}";
        await Walk.RefusedAsync(walk.Analyst.PutAsJsonAsync(elsewhere, body), HttpStatusCode.UnprocessableEntity, "survey.interview.invalid");
    }

    private Task<HttpResponseMessage> UploadAsync(HttpClient by, Guid id, byte[] bytes, string name) =>
        by.PutAsync($"{path}/{id}?name={Uri.EscapeDataString(name)}", new ByteArrayContent(bytes));

    private static byte[] Package(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
                package.CreateEntry(entry);
        }
        return stream.ToArray();
    }
}
