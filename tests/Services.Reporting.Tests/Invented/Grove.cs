using System.Text;
using Ptce.Contracts;
using Ptce.Contracts.Members;
using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;

namespace Ptce.Reporting.Tests.Invented;

/// <summary>
/// A campaign over three invented poles with the same content as Les Tilleuls, each under its own keys and name; Les Ormes does not
/// consent to be named. A fourth, Les Saules, is invited and never signs.
/// </summary>
internal sealed class Grove
{
    public static readonly string[] Signing = ["les-frenes", "les-ormes", "les-tilleuls"];

    private readonly Dictionary<string, SectionCopy> _byDigest = new(StringComparer.Ordinal);

    public Grove(bool demonstration = false)
    {
        foreach (var pole in Signing)
            foreach (var copy in LesTilleuls.Copies().Select(copy => Rename(copy, pole)))
            {
                _byDigest[copy.Digest()] = copy;
                Copies.Add(copy);
            }
        Opened = new(
            CampaignId,
            2015,
            "2015",
            new DateOnly(2015, 6, 30),
            2014,
            demonstration,
            [new("cooperation", 1, "survey"), new("economics", 1, "finance"), new("governance", 1, "survey"), new("impacts", 1, "survey"), new("morphology", 1, "members")],
            [.. Signing.Append("les-saules").Select(pole => new CampaignDossier(Dossier(pole), pole))]);
    }

    public Guid CampaignId { get; } = Guid.Parse("0198f000-0000-7000-8000-000000002015");

    public List<SectionCopy> Copies { get; } = [];

    public CampaignOpened Opened { get; }

    public CampaignPublished Published => new(CampaignId, 2015, [.. Signing.Select(pole => SignedOff(pole).ContentDigest).Order(StringComparer.Ordinal)]);

    public static Guid Dossier(string pole) => new([.. Encoding.UTF8.GetBytes(pole.PadRight(16)[..16])]);

    public byte[]? Read(string digest) => _byDigest.TryGetValue(digest, out var copy) ? copy.ToCanonical() : null;

    /// <summary>A second signed version in which the region gives 10,000 € more.</summary>
    public DossierSignedOff Correct(string pole)
    {
        var old = Copies.Single(copy => copy.Pole == pole && copy.Section == "economics");
        var text = Encoding.UTF8.GetString(old.ToCanonical()).Replace("\"30000.00\"", "\"40000.00\"", StringComparison.Ordinal);
        var corrected = SectionCopy.Parse(Encoding.UTF8.GetBytes(text));
        _byDigest[corrected.Digest()] = corrected;
        return SignedOff(pole, [.. Copies.Where(copy => copy.Pole == pole && copy != old), corrected]) with { Attempt = 2, Version = 2 };
    }

    public DossierSignedOff SignedOff(string pole) => SignedOff(pole, [.. Copies.Where(copy => copy.Pole == pole)]);

    private DossierSignedOff SignedOff(string pole, IReadOnlyList<SectionCopy> copies)
    {
        var sections = copies.OrderBy(copy => copy.Section, StringComparer.Ordinal)
            .Select(copy => new SignedSection(copy.Section, 1, Opened.Sections.Single(section => section.Section == copy.Section).Owner, copy.Digest(), copy.ToCanonical().Length))
            .ToList();
        return new(
            Dossier(pole),
            1,
            CampaignId,
            pole,
            2015,
            1,
            ContentDigest.OfDossier("2015", pole, 2015, sections.Select(section => new DossierSection(section.Section, section.Version, section.Digest))),
            new DateTime(2015, 9, 2, 10, 0, 0, DateTimeKind.Utc),
            sections,
            true,
            [new SignedNote("morphology", null, $"Deux sources se contredisent sur {pole}.", $"Two sources disagree on {pole}.")]);
    }

    /// <summary>All that the other services announce, in the order in which it happens.</summary>
    public IEnumerable<(string Stream, IEvent Event)> Events()
    {
        foreach (var pole in Signing)
            yield return (Streams.Of(Streams.Poles, pole), new PoleRegistered(pole, pole, null, null));
        yield return (Streams.Of(Streams.Campaigns, CampaignId), Opened);
        foreach (var pole in Signing)
        {
            yield return (Streams.Of(Streams.Progress, Dossier(pole)), new DossierProgressed(Dossier(pole), CampaignId, pole, "signed-off", 12, 20, new Dictionary<string, string>()));
            yield return (Streams.Of(Streams.Dossiers, Dossier(pole)), SignedOff(pole));
        }
        yield return (Streams.Of(Streams.Campaigns, CampaignId), Published);
    }

    private static SectionCopy Rename(SectionCopy copy, string pole)
    {
        var name = pole switch { "les-frenes" => "Les Frênes", "les-ormes" => "Les Ormes", _ => "Les Tilleuls" };
        var text = Encoding.UTF8.GetString(copy.ToCanonical()).Replace("les-tilleuls", pole, StringComparison.Ordinal).Replace("Les Tilleuls", name, StringComparison.Ordinal);
        if (pole == "les-ormes")
            text = text.Replace("\"consentTables\":true", "\"consentTables\":false", StringComparison.Ordinal);
        return SectionCopy.Parse(Encoding.UTF8.GetBytes(text));
    }
}
