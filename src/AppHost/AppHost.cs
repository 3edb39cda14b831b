// The distributed system's map: broker, databases, migration step, services, gateway.
// dotnet run --project src/AppHost                                       containers if a runtime answers, else native
// dotnet run --project src/AppHost -- --Infrastructure=native            RabbitMQ of the system's package, SQLite files
// dotnet run --project src/AppHost -- --Infrastructure=containers        RabbitMQ and SQL Server 2022 in containers
using System.Security.Cryptography;
using Ptce.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var publicUrl = builder.Configuration["PublicUrl"] ?? "http://localhost:8080/";
var infrastructure = Infrastructure.Choose(builder);

// Secrets of the services' own clients: made at every start, given to Identity and to the service, kept nowhere.
string[] names = ["members", "survey", "finance", "reporting"];
var gatewaySecret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
var secrets = names.ToDictionary(name => name, _ => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

var identityMigration = Migration(builder.AddProject<Projects.Services_Identity>("identity-migrate"), "identity");
var membersMigration = Migration(builder.AddProject<Projects.Services_Members>("members-migrate"), "members");
var surveyMigration = Migration(builder.AddProject<Projects.Services_Survey>("survey-migrate"), "survey");
var financeMigration = Migration(builder.AddProject<Projects.Services_Finance>("finance-migrate"), "finance");
var reportingMigration = Migration(builder.AddProject<Projects.Services_Reporting>("reporting-migrate"), "reporting");

var identity = Service(builder.AddProject<Projects.Services_Identity>("identity"), "identity").WithEnvironment("Identity__GatewaySecret", gatewaySecret);
for (var i = 0; i < names.Length; i++)
{
    identity.WithEnvironment($"Identity__Clients__{i}__Id", $"service-{names[i]}")
        .WithEnvironment($"Identity__Clients__{i}__Secret", secrets[names[i]])
        .WithEnvironment($"Identity__Clients__{i}__Permissions__0", "internal.read");
}

var members = Service(builder.AddProject<Projects.Services_Members>("members"), "members").WithReference(identity);
var finance = Service(builder.AddProject<Projects.Services_Finance>("finance"), "finance").WithReference(identity);
var survey = Service(builder.AddProject<Projects.Services_Survey>("survey"), "survey")
    .WithReference(identity).WithReference(members).WithReference(finance);
var reporting = Service(builder.AddProject<Projects.Services_Reporting>("reporting"), "reporting")
    .WithReference(identity).WithReference(members).WithReference(survey).WithReference(finance);

// The only door: API, sign-in, reports, and the static files of the web application.
infrastructure.Connect(builder.AddProject<Projects.Gateway>("gateway"), "gateway")
    .WithHttpEndpoint(port: new Uri(publicUrl).Port, name: "http")
    .WithExternalHttpEndpoints()
    .WithEnvironment("Identity__Issuer", publicUrl)
    .WithEnvironment("Identity__GatewaySecret", gatewaySecret)
    .WithReference(identity).WithReference(members).WithReference(survey).WithReference(finance).WithReference(reporting)
    .WaitFor(identity).WaitFor(members).WaitFor(survey).WaitFor(finance).WaitFor(reporting)
    .WithHttpHealthCheck("/health");

builder.Build().Run();

// Brings a database to this version and declares the service's queue, then ends: no dispatcher runs before.
IResourceBuilder<ProjectResource> Migration(IResourceBuilder<ProjectResource> project, string name) =>
    infrastructure.Connect(project, name).WithArgs("migrate").WithEnvironment("Identity__Issuer", publicUrl);

IResourceBuilder<ProjectResource> Service(IResourceBuilder<ProjectResource> project, string name)
{
    infrastructure.Connect(project, name)
        .WithHttpEndpoint()
        .WithHttpHealthCheck("/health")
        .WithEnvironment("Identity__Issuer", publicUrl)
        .WaitForCompletion(identityMigration)
        .WaitForCompletion(membersMigration)
        .WaitForCompletion(surveyMigration)
        .WaitForCompletion(financeMigration)
        .WaitForCompletion(reportingMigration);
    return secrets.TryGetValue(name, out var secret)
        ? project.WithEnvironment("Identity__Client__Id", $"service-{name}").WithEnvironment("Identity__Client__Secret", secret)
        : project;
}
