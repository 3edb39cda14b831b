using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Ptce.Testing;

namespace Ptce.Identity.Tests.Account;

public sealed partial class SecurityTests
{
    private const string Password = "quatre phares balaient la baie";
    private static readonly Uri Page = new("/account/security", UriKind.Relative);

    [Fact]
    public async Task Once_a_second_factor_is_on_the_password_alone_signs_nobody_in_and_a_recovery_code_works_once()
    {
        using var service = new IdentityService();
        await service.RegisterAsync("careful@phares.example", Password, "observer");
        using var browser = await SignedInAsync(service, "careful@phares.example");
        var key = Base32(TotpKey().Match(await browser.GetStringAsync(Page)).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        var wrong = CodeFlow.Text(await ChangeAsync(browser, new() { ["change"] = "second-factor-on", ["code"] = "000000", ["current"] = "autre chose entièrement" }));
        Assert.Contains("mot de passe actuel est incorrect", wrong, StringComparison.Ordinal);
        var on = await ChangeAsync(browser, new() { ["change"] = "second-factor-on", ["code"] = Totp(key), ["current"] = Password });
        var recovery = RecoveryCode().Matches(on).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, recovery.Count);

        using var next = service.Browser();
        var answer = await new CodeFlow(next).SubmitSignInAsync(new Uri("/account/sign-in", UriKind.Relative), "careful@phares.example", Password);
        Assert.StartsWith("/account/second-factor", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await next.GetAsync(Page)).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SecondAsync(next, "123456")).StatusCode);
        Assert.Equal("/account", (await SecondAsync(next, recovery[0])).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await next.GetAsync(Page)).StatusCode);

        using var replay = service.Browser();
        await new CodeFlow(replay).SubmitSignInAsync(new Uri("/account/sign-in", UriKind.Relative), "careful@phares.example", Password);
        Assert.Equal(HttpStatusCode.OK, (await SecondAsync(replay, recovery[0])).StatusCode);
    }

    [Fact]
    public async Task A_session_can_be_ended_from_the_account_and_nobody_elses()
    {
        using var service = new IdentityService();
        await service.RegisterAsync("roaming@phares.example", Password, "observer");
        var lost = service.Flow();
        var tokens = await lost.SignInAsync("roaming@phares.example", Password);
        using var browser = await SignedInAsync(service, "roaming@phares.example");
        var session = SessionId().Match(await browser.GetStringAsync(Page)).Groups[1].Value;

        using var administrator = await SignedInAsync(service, IdentityService.AdministratorEmail, IdentityService.AdministratorPassword);
        await ChangeAsync(administrator, new() { ["change"] = "session", ["session"] = session, ["current"] = IdentityService.AdministratorPassword });
        var (status, body) = await lost.RefreshAsync(tokens.Refresh!);
        Assert.Equal(HttpStatusCode.OK, status);

        await ChangeAsync(browser, new() { ["change"] = "session", ["session"] = session, ["current"] = Password });
        Assert.Equal(HttpStatusCode.BadRequest, (await lost.RefreshAsync(CodeFlow.Tokens.Read(body).Refresh!)).Status);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session()
    {
        using var service = new IdentityService();
        await service.RegisterAsync("changing@phares.example", Password, "observer");
        var elsewhere = service.Flow();
        var tokens = await elsewhere.SignInAsync("changing@phares.example", Password);
        using var browser = await SignedInAsync(service, "changing@phares.example");
        var changed = await ChangeAsync(browser, new() { ["change"] = "password", ["password"] = Password + " neuve", ["current"] = Password });
        Assert.Contains("Mot de passe changé", CodeFlow.Text(changed), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.RefreshAsync(tokens.Refresh!)).Status);
        Assert.NotNull(await service.Flow().SignInAsync("changing@phares.example", Password + " neuve"));
    }

    private static async Task<HttpClient> SignedInAsync(IdentityService service, string email, string password = Password)
    {
        var browser = service.Browser();
        var answer = await new CodeFlow(browser).SubmitSignInAsync(new Uri("/account/sign-in", UriKind.Relative), email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static async Task<string> ChangeAsync(HttpClient browser, Dictionary<string, string> change)
    {
        var hidden = CodeFlow.HiddenFields(await browser.GetStringAsync(Page)).First();
        change[hidden.Key] = hidden.Value;
        return await (await browser.PostAsync(Page, new FormUrlEncodedContent(change))).Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> SecondAsync(HttpClient browser, string code)
    {
        var page = new Uri("/account/second-factor", UriKind.Relative);
        var fields = CodeFlow.HiddenFields(await browser.GetStringAsync(page));
        fields["code"] = code;
        return await browser.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    // RFC 6238, thirty seconds, six digits.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6238 prescribes HMAC-SHA-1 as what every application knows.")]
    private static string Totp(byte[] key)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(key, counter);
        var code = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & int.MaxValue;
        return (code % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }

    [GeneratedRegex("id=\"totp-key\">([A-Z2-7 ]+)<")]
    private static partial Regex TotpKey();

    [GeneratedRegex("<li class=\"secret\">([^<]+)</li>")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("name=\"session\" value=\"([^\"]+)\"")]
    private static partial Regex SessionId();
}
