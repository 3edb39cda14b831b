using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ptce.Contracts;
using Ptce.Contracts.Survey;
using Ptce.Messaging;
using Ptce.Messaging.Outbox;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Database;
using Ptce.ServiceDefaults.Sections;
using Ptce.Testing;

namespace Ptce.Survey.Tests.Hosting;

/// <summary>Survey over real HTTP and its real migrations, beside two owners that each keep one section, all in one process without a broker.</summary>
public sealed class SurveyHost : ServiceFactory<SurveyService>
{
    public SurveyHost() : this(null)
    {
    }

    public SurveyHost(string? folder) : base(folder) => Replace = services =>
    {
        services.AddLogging(log => log.AddProvider(new ErrorLog()));
        Add<MembersDb>(services, "members", "morphology", MembersBehaviour);
        Add<FinanceDb>(services, "finance", "economics", FinanceBehaviour);
        More?.Invoke(services);
    };

    public Behaviour MembersBehaviour { get; } = new();

    public Behaviour FinanceBehaviour { get; } = new();

    public Action<IServiceCollection>? More { get; set; }

    public TestOwner<MembersDb> Members => (TestOwner<MembersDb>)Services.GetRequiredKeyedService<ISectionOwner>("members");

    public TestOwner<FinanceDb> Finance => (TestOwner<FinanceDb>)Services.GetRequiredKeyedService<ISectionOwner>("finance");

    private void Add<TDb>(IServiceCollection services, string service, string section, Behaviour behaviour) where TDb : OwnerDb
    {
        var file = Path.Combine(Folder, $"owner-{service}.db");
        services.AddSingleton(new OwnerOf<TDb>(service, section, behaviour));
        services.AddSingleton<OutboxSignal<TDb>>();
        services.AddDbContext<TDb>((provider, options) => options.UseSqlite($"Data Source={file}")
            .AddInterceptors(new SqlitePragmas(), new OutboxSignalInterceptor<TDb>(provider.GetRequiredService<OutboxSignal<TDb>>())));
        services.AddSingleton(new ServiceMigration($"test-{service}", async (provider, ct) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TDb>().Database.EnsureCreatedAsync(ct);
        }));
        services.AddSectionOwner<TestOwner<TDb>>(service);
        new ServicesOnly(services).AddConsumers<TDb>(service, consumers => consumers
            .On<CampaignOpened, OpenOwned<TDb>>(Streams.Campaigns)
            .On<CandidateRequested, CopyOwned<TDb>>(Streams.Dossiers)
            .On<CandidateDropped, DropOwned<TDb>>(Streams.Dossiers)
            .On<DossierSignedOff, SignOwned<TDb>>(Streams.Dossiers));
    }

    /// <summary>A builder over a host that is already being built: modules register on builders.</summary>
    private sealed class ServicesOnly(IServiceCollection services) : IHostApplicationBuilder
    {
        public IDictionary<object, object> Properties { get; } = new Dictionary<object, object>();

        public IConfigurationManager Configuration { get; } = new ConfigurationManager();

        public IHostEnvironment Environment => throw new NotSupportedException();

        public ILoggingBuilder Logging => throw new NotSupportedException();

        public IMetricsBuilder Metrics => throw new NotSupportedException();

        public IServiceCollection Services => services;

        public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
            where TContainerBuilder : notnull => throw new NotSupportedException();
    }
}
