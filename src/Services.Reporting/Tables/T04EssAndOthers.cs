using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>T4, ESS and non-ESS enterprises (répartition entreprises ESS / hors ESS), first circle and all.</summary>
internal sealed class T04EssAndOthers : ITable
{
    private static readonly (string Key, Label Label, Func<string, bool> Holds)[] Groups =
    [
        ("ess", new("Entreprises de l'ESS", "ESS enterprises"), family => family == Families.Ess),
        ("non-ess", new("Entreprises hors ESS", "Non-ESS enterprises"), family => family == Families.NonEss),
        ("neither", new("Ni l'un ni l'autre (collectivités, recherche, formation…)", "Neither (authorities, research, training…)"), family => !Families.IsEnterprise(family)),
    ];

    public string Code => "T4";

    public bool IsExempt => true;

    public Table Compute(CampaignFacts campaign)
    {
        var date = campaign.ReferenceDate;
        var countable = campaign.WithMorphology.Where(pole => pole.Morphology!.SecondCircleCountable).ToArray();
        var first = Count.Of(MemberPool.FirstCircle(campaign));
        var all = Count.Of(MemberPool.Of(countable.Select(pole => (pole, (IReadOnlyList<Member>)[.. pole.Morphology!.FirstCircle(date), .. pole.Morphology.SecondCircle(date)]))));
        return TableDraft.Of(
            campaign,
            Code,
            new("Répartition entreprises de l'ESS / entreprises hors ESS sur l'ensemble des PTCE", "ESS and non-ESS enterprises over all PTCE"),
            [.. Columns("first-", new("1er cercle", "First circle")), .. Columns("all-", new("Deux cercles", "Both circles"))],
            [.. Groups.Select(group => new Row(group.Key, group.Label, [.. first.Cells(group.Holds, group.Key != "neither"), .. all.Cells(group.Holds, group.Key != "neither")])),
                new Row("total", new("Ensemble", "All"), [.. first.Cells(_ => true, true), .. all.Cells(_ => true, true)])],
            campaign.WithMorphology,
            new Label(
                $"Les deux cercles : sur les {countable.Length} PTCE dont le second cercle peut être compté. Chaque organisation compte une fois.",
                $"Both circles: over the {countable.Length} PTCE whose second circle can be counted. Each organisation counts once."),
            T03LegalForms.Unknown(first.Unknown));
    }

    private static Column[] Columns(string prefix, Label circle) =>
    [
        new(prefix + "n", new($"{circle.Fr} : membres", $"{circle.En}: members"), Units.Members),
        new(prefix + "percent-members", new($"{circle.Fr} : % des membres", $"{circle.En}: % of members"), Units.Percent),
        new(prefix + "percent-enterprises", new($"{circle.Fr} : % des entreprises", $"{circle.En}: % of enterprises"), Units.Percent),
    ];

    private sealed record Count(IReadOnlyList<string> FamiliesOf, int Unknown, Provenance Origin)
    {
        public static Count Of(MemberPool pool)
        {
            var told = pool.Members.Select(member => member.Tell(organisation => organisation.Family)).ToArray();
            var origin = pool.Members.SelectMany(member => member.Places).Select(place => place.Member.Origin | (place.Member.Organisation?.FamilyOrigin ?? Provenance.None)).Union();
            return new([.. told.OfType<string>()], told.Count(family => family is null), origin);
        }

        /// <param name="holds">Families of the row.</param>
        /// <param name="ofEnterprises">Whether a share of enterprises means something for the row.</param>
        public IEnumerable<Cell> Cells(Func<string, bool> holds, bool ofEnterprises)
        {
            var among = FamiliesOf.Where(holds).ToArray();
            var enterprises = FamiliesOf.Count(Families.IsEnterprise);
            yield return Cell.Of(Units.Members, among.Length, Origin);
            yield return Cell.Of(Units.Percent, FamiliesOf.Count == 0 ? null : 100m * among.Length / FamiliesOf.Count, Origin);
            yield return Cell.Of(Units.Percent, enterprises == 0 || !ofEnterprises ? null : 100m * among.Count(Families.IsEnterprise) / enterprises, Origin);
        }
    }
}
