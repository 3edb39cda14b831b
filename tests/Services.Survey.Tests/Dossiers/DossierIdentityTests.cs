using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Tests.Dossiers;

public class DossierIdentityTests
{
    [Fact]
    public void The_published_vector_of_version_5_is_reproduced() =>
        // RFC 9562, appendix A.4: DNS name space, "www.example.com".
        Assert.Equal(Guid.Parse("2ed6657d-e927-568b-95e1-2665a8aea6a2"), DossierIdentity.Of(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void Each_pole_of_each_campaign_has_its_own_dossier()
    {
        var (a, b) = (Guid.Parse("0198f000-0000-7000-8000-000000002015"), Guid.Parse("0198f000-0000-7000-8000-000000002026"));
        Assert.Equal(4, new[] { DossierIdentity.Of(a, "phares"), DossierIdentity.Of(a, "la-serre"), DossierIdentity.Of(b, "phares"), DossierIdentity.Of(b, "la-serre") }.Distinct().Count());
    }
}
