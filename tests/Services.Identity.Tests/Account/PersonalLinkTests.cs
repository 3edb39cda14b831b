using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Ptce.Testing;

namespace Ptce.Identity.Tests.Account;

public sealed class PersonalLinkTests
{
    private const string Password = "trois barques amarrées au quai";
    private static readonly Uri Choose = new("/account/password", UriKind.Relative);

    [Fact]
    public async Task An_invited_person_chooses_a_password_and_signs_in_once_the_link_is_used_it_is_worthless()
    {
        using var service = new IdentityService();
        using var administrator = await service.AdministratorAsync();
        var id = Guid.CreateVersion7();
        (await administrator.PostAsJsonAsync("/api/identity/people", new { id, email = "invited@phares.example", name = "Jeanne" })).EnsureSuccessStatusCode();
        var invitation = await (await administrator.PostAsync(new Uri($"/api/identity/people/{id}/invitation", UriKind.Relative), null)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(invitation.GetProperty("mailed").GetBoolean());
        var link = new Uri(invitation.GetProperty("link").GetString()!);
        Assert.Equal("/account/password", link.PathAndQuery);

        using var browser = service.Browser();
        var secret = Uri.UnescapeDataString(link.Fragment[1..]);
        Assert.Equal(HttpStatusCode.OK, (await ChooseAsync(browser, secret, "trop court")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, secret, Password)).StatusCode);
        Assert.NotNull(await service.Flow().SignInAsync("invited@phares.example", Password));

        var again = await ChooseAsync(browser, secret, Password + " encore");
        Assert.Contains("a déjà servi", CodeFlow.Text(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_for_its_person_only()
    {
        using var service = new IdentityService();
        var own = await service.RegisterAsync("own@phares.example", Password);
        var other = await service.RegisterAsync("other@phares.example", Password);
        using var administrator = await service.AdministratorAsync();
        var answer = await (await administrator.PostAsync(new Uri($"/api/identity/people/{own}/invitation", UriKind.Relative), null)).Content.ReadFromJsonAsync<JsonElement>();
        var secret = Uri.UnescapeDataString(new Uri(answer.GetProperty("link").GetString()!).Fragment[1..]);
        using var browser = service.Browser();
        var forged = await ChooseAsync(browser, other.ToString("N") + secret[32..], Password + " volé");
        Assert.Equal(HttpStatusCode.OK, forged.StatusCode);
        Assert.NotNull(await service.Flow().SignInAsync("other@phares.example", Password));
    }

    [Fact]
    public async Task Recovery_mails_a_link_and_answers_alike_for_an_unknown_address()
    {
        using var sink = new MailSink();
        using var service = new IdentityService();
        service.Settings["Mail:Host"] = "127.0.0.1";
        service.Settings["Mail:Port"] = sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        service.Settings["Mail:Encrypted"] = "false";
        await service.RegisterAsync("forgetful@phares.example", Password);
        using var browser = service.Browser();
        var known = await AskAsync(browser, "forgetful@phares.example");
        Assert.Equal(known, await AskAsync(browser, "nobody@phares.example"));

        var mail = await sink.FirstAsync();
        Assert.Contains("RCPT TO:<forgetful@phares.example>", mail, StringComparison.Ordinal);
        Assert.Contains("/account/password#", mail.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

        static async Task<string> AskAsync(HttpClient browser, string email)
        {
            var page = new Uri("/account/recovery", UriKind.Relative);
            var fields = CodeFlow.HiddenFields(await browser.GetStringAsync(page));
            fields["email"] = email;
            return CodeFlow.Text(await (await browser.PostAsync(page, new FormUrlEncodedContent(fields))).Content.ReadAsStringAsync());
        }
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient browser, string secret, string password)
    {
        var fields = CodeFlow.HiddenFields(await browser.GetStringAsync(Choose));
        (fields["secret"], fields["password"]) = (secret, password);
        return await browser.PostAsync(Choose, new FormUrlEncodedContent(fields));
    }

    /// <summary>Takes one mail on a loopback port.</summary>
    private sealed class MailSink : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task<string> first;

        public MailSink()
        {
            listener.Start();
            first = TakeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public Task<string> FirstAsync() => first.WaitAsync(TimeSpan.FromMinutes(2));

        public void Dispose() => listener.Dispose();

        private async Task<string> TakeAsync()
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            var seen = new StringBuilder();
            await writer.WriteLineAsync("220 sink");
            for (var data = false; await reader.ReadLineAsync() is { } line;)
            {
                seen.Append(line).Append("\r\n");
                if (data && line != ".")
                    continue;
                var answer = (data, line.Split(' ')[0].ToUpperInvariant()) switch
                {
                    (true, _) => "250 taken",
                    (_, "DATA") => "354 go on",
                    (_, "QUIT") => "221 bye",
                    _ => "250 ok",
                };
                data = answer.StartsWith("354", StringComparison.Ordinal);
                await writer.WriteLineAsync(answer);
                if (answer.StartsWith("221", StringComparison.Ordinal))
                    break;
            }
            return seen.ToString();
        }
    }
}
