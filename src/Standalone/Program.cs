using Microsoft.Extensions.Configuration.Memory;
using Ptce.Finance;
using Ptce.Gateway;
using Ptce.Identity;
using Ptce.Members;
using Ptce.Reporting;
using Ptce.ServiceDefaults;
using Ptce.Standalone;
using Ptce.Standalone.Demonstration;
using Ptce.Survey;

var options = StandaloneOptions.Read(args, Environment.GetEnvironmentVariable);
var builder = WebApplication.CreateBuilder(options.Rest);
builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = options.Defaults() });
builder.WebHost.UseUrls(options.Urls);
builder.AddDemonstration(options);

builder.AddServiceDefaults("standalone");
builder.AddIdentity();
builder.AddMembers();
builder.AddSurvey();
builder.AddFinance();
builder.AddReporting();
builder.AddFrontDoor();

return await builder.Build().RunServiceAsync(
    app =>
    {
        app.MapIdentity();
        app.MapMembers();
        app.MapSurvey();
        app.MapFinance();
        app.MapReporting();
        app.MapFrontDoor();
    },
    options.Rest);
