using Ptce.Members;
using Ptce.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(MembersModule.Service);
builder.AddMembers();
return await builder.Build().RunServiceAsync(app => app.MapMembers(), args);
