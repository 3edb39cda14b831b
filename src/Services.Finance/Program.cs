using Ptce.Finance;
using Ptce.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("finance");
builder.AddFinance();
return await builder.Build().RunServiceAsync(app => app.MapFinance(), args);
