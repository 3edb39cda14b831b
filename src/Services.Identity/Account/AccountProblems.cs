using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.Account;

internal static class AccountProblems
{
    public static readonly Problem FormExpired = new("identity.form.expired", 400,
        fr: "Ce formulaire a expiré ou ne vient pas de ce site. Rechargez la page puis recommencez.",
        en: "This form has expired or does not come from this site. Reload the page and try again.");
}
