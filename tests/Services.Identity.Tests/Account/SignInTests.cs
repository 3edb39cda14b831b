using System.Net;
using Microsoft.Extensions.Time.Testing;
using Ptce.Identity.Account;
using Ptce.Identity.Keys;
using Ptce.ServiceDefaults.Access;
using Ptce.Testing;

namespace Ptce.Identity.Tests.Account;

public sealed class SignInTests(IdentityService service) : IClassFixture<IdentityService>
{
    private static readonly Uri Page = new("/account/sign-in", UriKind.Relative);

    [Fact]
    public async Task The_page_is_French_without_script_and_English_on_request()
    {
        using var browser = service.Browser();
        var french = await browser.GetStringAsync(Page);
        Assert.Contains("<html lang=\"fr\">", french, StringComparison.Ordinal);
        Assert.Contains("Mot de passe", french, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", french, StringComparison.OrdinalIgnoreCase);
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en;q=0.9,fr;q=0.1");
        Assert.Contains("E-mail address", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_form_is_refused()
    {
        using var browser = service.Browser();
        var answer = await browser.PostAsync(Page, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["email"] = IdentityService.AdministratorEmail,
            ["password"] = IdentityService.AdministratorPassword,
        }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string returnUrl)
    {
        using var browser = service.Browser();
        var answer = await new CodeFlow(browser).SubmitSignInAsync(
            new Uri("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), UriKind.Relative),
            IdentityService.AdministratorEmail, IdentityService.AdministratorPassword);
        Assert.Equal("/account", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Unknown_address_and_wrong_password_answer_alike()
    {
        using var browser = service.Browser();
        var flow = new CodeFlow(browser);
        var unknown = CodeFlow.Text(await (await flow.SubmitSignInAsync(Page, "personne@nulle.part", "une longue phrase inutile")).Content.ReadAsStringAsync());
        var wrong = CodeFlow.Text(await (await flow.SubmitSignInAsync(Page, IdentityService.AdministratorEmail, "une longue phrase inutile")).Content.ReadAsStringAsync());
        Assert.Contains("Adresse ou mot de passe incorrect.", wrong, StringComparison.Ordinal);
        Assert.Equal(unknown, wrong);
    }

    [Fact]
    public async Task Failures_of_strangers_never_lock_out_the_browser_that_has_signed_in_before()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var own = new IdentityService();
        own.Replace = services => services.AddSingleton<TimeProvider>(clock).AddSingleton<ISigningKeySource, LocalSigningKeys>();
        using var known = own.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(known, IdentityService.AdministratorPassword)).StatusCode);

        using var stranger = own.Browser();
        for (var attempt = 0; attempt < SignInThrottle.PerSource; attempt++)
            Assert.Equal(HttpStatusCode.OK, (await SignInAsync(stranger, $"essai numéro {attempt} au hasard")).StatusCode);
        var refused = await SignInAsync(stranger, IdentityService.AdministratorPassword);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(known, IdentityService.AdministratorPassword)).StatusCode);
        clock.Advance(SignInThrottle.Window);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(stranger, IdentityService.AdministratorPassword)).StatusCode);

        static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string password) =>
            new CodeFlow(browser).SubmitSignInAsync(Page, IdentityService.AdministratorEmail, password);
    }
}
