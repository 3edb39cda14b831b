using Microsoft.EntityFrameworkCore;
using Ptce.Identity.People;
using Ptce.Identity.Storage;

namespace Ptce.Identity.Tests.People;

public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task Without_configuration_a_password_is_generated_and_printed_once()
    {
        using var service = new IdentityService();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await db.People.ExecuteDeleteAsync();
        scope.ServiceProvider.GetRequiredService<Microsoft.Extensions.Options.IOptions<IdentitySettings>>().Value.FirstAdministrator.Password = null;

        using var console = new StringWriter();
        var first = scope.ServiceProvider.GetRequiredService<FirstAdministrator>();
        await first.EnsureAsync(console, CancellationToken.None);
        var printed = console.ToString();
        await first.EnsureAsync(console, CancellationToken.None);

        Assert.Equal(printed, console.ToString());
        var password = printed.Trim().Split(' ')[^1];
        Assert.Equal(23, password.Length);
        Assert.NotNull(await service.Flow().SignInAsync(IdentityService.AdministratorEmail, password));
    }

    [Fact]
    public void A_weak_configured_password_stops_the_start()
    {
        using var service = new IdentityService();
        service.Settings["Identity:FirstAdministrator:Password"] = "admin";
        var failure = Assert.Throws<InvalidOperationException>(() => service.CreateClient());
        Assert.DoesNotContain("'admin'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("at least 15 characters", failure.Message, StringComparison.Ordinal);
    }
}
