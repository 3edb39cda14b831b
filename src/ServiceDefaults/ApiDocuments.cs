using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Ptce.ServiceDefaults;

/// <summary>One OpenAPI document per service, at <c>/openapi/{service}.json</c> in both hosts.</summary>
internal static class ApiDocuments
{
    internal static void AddServiceDocument(this IServiceCollection services, string service) => services.AddOpenApi(service, options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith($"api/{service}/", StringComparison.Ordinal) == true
            || description.RelativePath == $"api/{service}";
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = $"ptce-aspire – {service}",
                Version = "v1",
                Description = "Observatoire des pôles territoriaux de coopération économique. Errors are RFC 9457 problem details with stable codes, in French or English by Accept-Language.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Access.DeclaredPermission>().LastOrDefault() is { } declared)
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
                operation.Description = $"{operation.Description}\n\nPermission: `{declared.Permission}`{(declared.Scope is null ? "" : " on this pole")}.".Trim();
            }
            return Task.CompletedTask;
        });
    });
}
