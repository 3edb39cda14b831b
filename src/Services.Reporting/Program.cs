using Ptce.Reporting;
using Ptce.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("reporting");
builder.AddReporting();
return await builder.Build().RunServiceAsync(app => app.MapReporting(), args);
