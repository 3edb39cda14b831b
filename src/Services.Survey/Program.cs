using Ptce.ServiceDefaults;
using Ptce.Survey;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("survey");
builder.AddSurvey();
return await builder.Build().RunServiceAsync(app => app.MapSurvey(), args);
