using Ptce.Gateway;
using Ptce.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("gateway");
builder.AddGateway();
return await builder.Build().RunServiceAsync(app => app.MapGateway(), args);
