using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Identity.Account;

/// <summary>The pages under <c>/account</c>.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").AllowPublic().ExcludeFromDescription().AddEndpointFilter(RefuseForgedFormsAsync);
        account.MapGet("/assets/account.css", Style);
        account.MapGet("/", AccountHome.ShowAsync);
        account.MapGet("/sign-in", SignIn.Show);
        account.MapPost("/sign-in", SignIn.SubmitAsync);
        account.MapGet("/second-factor", SecondFactor.ShowAsync);
        account.MapPost("/second-factor", SecondFactor.SubmitAsync);
        account.MapGet("/assets/link.js", Script);
        account.MapGet("/recovery", ChoosePassword.ShowRecovery);
        account.MapPost("/recovery", ChoosePassword.AskAsync);
        account.MapGet("/password", ChoosePassword.ShowChoice);
        account.MapPost("/password", ChoosePassword.ChooseAsync);
        account.MapGet("/security", (HttpContext http, Security security) => security.ShowAsync(http));
        account.MapPost("/security", (HttpContext http, Security security) => security.ChangeAsync(http));
        account.MapPost("/sign-out", AccountHome.SignOutAsync);
    }

    private static async ValueTask<object?> RefuseForgedFormsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method)
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return AccountProblems.FormExpired.With();
        }
        http.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }

    private static IResult Style(HttpContext http) => Asset(http, "account.css", "text/css; charset=utf-8");

    private static IResult Script(HttpContext http) => Asset(http, "link.js", "text/javascript; charset=utf-8");

    private static IResult Asset(HttpContext http, string name, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, type);
    }
}
