namespace Ptce.ServiceDefaults.Access;

/// <summary>
/// Every permission of the system, and which role has it. Roles are granted to a person on one pole or on all; machine clients carry permissions by
/// name. Source of the table: the observatory's workflow ("Who may do what"); tests keep their own copy by hand.
/// </summary>
public static class Permissions
{
    /// <summary>Read poles and organisations of one's scope.</summary>
    public const string PolesRead = "poles.read";

    /// <summary>Fill poles, organisations, memberships and yearly figures.</summary>
    public const string PolesFill = "poles.fill";

    /// <summary>Create poles, merge organisations.</summary>
    public const string PolesManage = "poles.manage";

    /// <summary>Read campaigns and editions.</summary>
    public const string CampaignsRead = "campaigns.read";

    /// <summary>Create, open, close and publish campaigns.</summary>
    public const string CampaignsManage = "campaigns.manage";

    /// <summary>Edit editions and section versions of the grid.</summary>
    public const string EditionsManage = "editions.manage";

    /// <summary>Read dossiers.</summary>
    public const string DossiersRead = "dossiers.read";

    /// <summary>Fill answers, economics, evidence; answer queries.</summary>
    public const string DossiersFill = "dossiers.fill";

    /// <summary>Submit sections, accept members' answers.</summary>
    public const string DossiersSubmit = "dossiers.submit";

    /// <summary>Review: start, return, accept; raise and close queries.</summary>
    public const string DossiersReview = "dossiers.review";

    /// <summary>Sign a dossier off: only a person who leads that pole, never a machine.</summary>
    public const string DossiersSignOff = "dossiers.sign-off";

    /// <summary>Read each PTCE's own values in reports.</summary>
    public const string ReportsReadNamed = "reports.read-named";

    /// <summary>Read published named sheets of poles that consented.</summary>
    public const string ReportsReadConsented = "reports.read-consented";

    /// <summary>Prepare and publish releases, run schedules, disclosure control.</summary>
    public const string ReportsManage = "reports.manage";

    /// <summary>People, roles, machine clients.</summary>
    public const string IdentityManage = "identity.manage";

    /// <summary>One's own account.</summary>
    public const string AccountOwn = "account.own";

    /// <summary>Dead letters, rebuilds, retention, audit trail.</summary>
    public const string OperationsManage = "operations.manage";

    /// <summary>Sections' copies and heads between services.</summary>
    public const string InternalRead = "internal.read";

    /// <summary>Every permission.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PolesRead, PolesFill, PolesManage, CampaignsRead, CampaignsManage, EditionsManage, DossiersRead, DossiersFill, DossiersSubmit, DossiersReview,
        DossiersSignOff, ReportsReadNamed, ReportsReadConsented, ReportsManage, IdentityManage, AccountOwn, OperationsManage, InternalRead,
    ];

    private static readonly Dictionary<string, HashSet<string>> ByRole = new(StringComparer.Ordinal)
    {
        [Roles.Administrator] = [IdentityManage, AccountOwn, OperationsManage, EditionsManage, CampaignsRead, CampaignsManage, ReportsManage, PolesManage],
        [Roles.Analyst] =
        [
            AccountOwn, PolesRead, PolesFill, PolesManage, CampaignsRead, CampaignsManage, EditionsManage, DossiersRead, DossiersFill, DossiersSubmit,
            DossiersReview, ReportsReadNamed, ReportsReadConsented, ReportsManage,
        ],
        [Roles.Leader] = [AccountOwn, PolesRead, PolesFill, CampaignsRead, DossiersRead, DossiersFill, DossiersSubmit, DossiersSignOff, ReportsReadNamed],
        [Roles.Contributor] = [AccountOwn, PolesRead, PolesFill, CampaignsRead, DossiersRead, DossiersFill],
        [Roles.Observer] = [AccountOwn, CampaignsRead, ReportsReadConsented],
    };

    /// <summary>Whether a role has a permission.</summary>
    /// <param name="role">Role name.</param>
    /// <param name="permission">Permission.</param>
    public static bool Has(string role, string permission) => ByRole.TryGetValue(role, out var permissions) && permissions.Contains(permission);
}

/// <summary>Roles of people (rôles).</summary>
public static class Roles
{
    /// <summary>Administrator (administrateur): users, editions, campaigns, schedules.</summary>
    public const string Administrator = "administrator";

    /// <summary>Analyst (chargé d'étude): everything of a campaign but signing; sees all dossiers.</summary>
    public const string Analyst = "analyst";

    /// <summary>Leader (responsable de PTCE): fills, answers, signs off the poles they are named for.</summary>
    public const string Leader = "leader";

    /// <summary>Contributor (contributeur): fills; does not submit or sign.</summary>
    public const string Contributor = "contributor";

    /// <summary>Observer (observateur): published named sheets where the pole consented.</summary>
    public const string Observer = "observer";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, Analyst, Leader, Contributor, Observer];

    /// <summary>Roles that are granted on one pole, never on all.</summary>
    public static bool IsPerPole(string role) => role is Leader or Contributor;
}
