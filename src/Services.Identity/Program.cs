using Ptce.Identity;
using Ptce.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("identity");
builder.AddIdentity();
return await builder.Build().RunServiceAsync(app => app.MapIdentity(), args);
