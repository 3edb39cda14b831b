using Ptce.Members.Editing;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Memberships;

/// <summary>Tells a membership's criteria, roles and relations anew; its periods have acts of their own.</summary>
internal static class TellMembership
{
    public static Task<IResult> HandleAsync(string key, Guid id, MembershipFacts sent, HttpContext http, Caller caller, MorphologyWriter writer)
    {
        var checks = sent.Check();
        return checks.Passed
            ? MembershipEdits.RunAsync(new(key, id, http, caller, writer), sent, (open, recorded) =>
            {
                Apply(open, sent, recorded);
                return null;
            })
            : Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
    }

    public static void Apply(OpenMembership open, MembershipFacts sent, DateTime recorded)
    {
        var membership = open.Membership;
        (membership.Founder, membership.Lead, membership.Relations) = (sent.Founder, sent.Lead, sent.Relations ?? []);
        (membership.Provenance, membership.Source) = (sent.Provenance, sent.Source);
        open.Tell(sent.Criteria ?? [], recorded);
    }
}
