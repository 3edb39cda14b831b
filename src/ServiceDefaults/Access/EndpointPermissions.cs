using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.ServiceDefaults.Access;

/// <summary>Declares who may call an endpoint. Every endpoint declares one thing or the other; one that does not keeps the service from starting.</summary>
public static class EndpointPermissions
{
    /// <summary>Asks for a permission.</summary>
    /// <typeparam name="TBuilder">Endpoint or group.</typeparam>
    /// <param name="builder">Endpoint or group.</param>
    /// <param name="permission">Permission.</param>
    /// <param name="scope">Route value that names the pole, when the path does: outside the caller's poles it answers 404.</param>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission, string? scope = null) where TBuilder : IEndpointConventionBuilder
    {
        var declared = new DeclaredPermission(permission, scope);
        builder.RequireAuthorization(policy => policy.AddRequirements(declared));
        builder.WithMetadata(declared);
        return builder;
    }

    /// <summary>Open to everybody, signed in or not.</summary>
    /// <typeparam name="TBuilder">Endpoint or group.</typeparam>
    /// <param name="builder">Endpoint or group.</param>
    public static TBuilder AllowPublic<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new DeclaredPublic(), new AllowAnonymousAttribute());
        return builder;
    }

    /// <summary>Refuses to go on when an endpoint has not declared who may call it.</summary>
    /// <param name="app">The application, all endpoints mapped.</param>
    /// <exception cref="InvalidOperationException">Names the endpoints.</exception>
    public static void RefuseUndeclaredEndpoints(this IEndpointRouteBuilder app)
    {
        var undeclared = app.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<DeclaredPermission>() is null && e.Metadata.GetMetadata<DeclaredPublic>() is null)
            .Select(e => e.DisplayName)
            .ToList();
        if (undeclared.Count > 0)
            throw new InvalidOperationException("Endpoints without a declared permission: " + string.Join(", ", undeclared));
    }
}

/// <summary>The permission an endpoint asks for.</summary>
/// <param name="Permission">Permission.</param>
/// <param name="Scope">Route value naming the pole, if any.</param>
public sealed record DeclaredPermission(string Permission, string? Scope) : IAuthorizationRequirement;

/// <summary>Marks an endpoint that is open to everybody.</summary>
public sealed record DeclaredPublic;

internal sealed class PermissionHandler : AuthorizationHandler<DeclaredPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DeclaredPermission requirement)
    {
        if (context.Resource is not HttpContext http)
            return Task.CompletedTask;
        var caller = Caller.Of(http);
        if (!caller.IsSignedIn || !caller.Can(requirement.Permission))
            return Task.CompletedTask;
        if (requirement.Scope is null)
            context.Succeed(requirement);
        else if (http.GetRouteValue(requirement.Scope) is string pole && caller.Can(requirement.Permission, pole))
            context.Succeed(requirement);
        else
            context.Fail(new AuthorizationFailureReason(this, OutOfScope));
        return Task.CompletedTask;
    }

    internal const string OutOfScope = "out-of-scope";
}

/// <summary>401, 403 and, for another pole's things, 404, all as problem details.</summary>
internal sealed class PermissionResults : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return RequestProblems.NotSignedIn.With().ExecuteAsync(context);
        }
        var outOfScope = authorizeResult.AuthorizationFailure?.FailureReasons.Any(r => r.Message == PermissionHandler.OutOfScope) == true;
        return (outOfScope ? RequestProblems.NotFound : RequestProblems.NotAllowed).With().ExecuteAsync(context);
    }
}
