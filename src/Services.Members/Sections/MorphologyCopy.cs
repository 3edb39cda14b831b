using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.Members.ExtraItems;
using Ptce.Members.Figures;

namespace Ptce.Members.Sections;

/// <summary>
/// The generic copy of a pole's morphology: facets at the reference date, all periods known now, figures of the fiscal year. Sorted and
/// written by Grid; holds no generated id, clock, author, contact, nor anything of a natural person but its code.
/// </summary>
internal static class MorphologyCopy
{
    public static SectionCopy Of(PoleMorphology morphology, int version, int year, DateOnly referenceDate)
    {
        var pole = morphology.Pole ?? throw new InvalidOperationException("A pole that is not registered has no copy.");
        // A member whose every period was retracted was never one.
        var members = morphology.Members.Where(m => m.Belongings.Count > 0).ToList();
        return new SectionCopy(SectionState.Morphology, version, pole.Key, year, Extras.Items(morphology.Year?.Facts.Extras, morphology.Definition, morphology.Year?.Facts.Provenance ?? "typed", morphology.Year?.Facts.Source), new Dictionary<string, IReadOnlyList<CopiedRecord>>
        {
            ["pole"] = [PoleRecord(morphology)],
            ["organisation"] = [.. members.Select(m => OrganisationRecord(m, referenceDate))],
            ["belonging"] = [.. members.SelectMany(BelongingRecords)],
            ["figures"] = [.. members.Where(m => m.Figures is not null).Select(m => FiguresRecord(m, referenceDate, morphology.Definition))],
        });
    }

    private static CopiedRecord PoleRecord(PoleMorphology morphology)
    {
        var facts = morphology.Pole!.Facts;
        var year = morphology.Year?.Facts;
        var values = new CopiedValues()
            .Text("name", facts.Name).Text("acronym", facts.Acronym).Text("territoryKind", facts.TerritoryKind).Text("profile", facts.Profile).Text("place", facts.Place)
            .List("communes", facts.Communes).List("epci", facts.Epci).List("departements", facts.Departements).List("regions", facts.Regions).List("formerRegions", facts.FormerRegions)
            .Count("firstCooperationYear", facts.FirstCooperationYear).Count("formalisedYear", facts.FormalisedYear)
            .List("recognitions", facts.Recognitions?.Select(r => $"{r.Kind}-{r.Year}").ToList())
            .Text("lead", morphology.Members.FirstOrDefault(m => m.Membership.OrganisationId == facts.LeadOrganisationId)?.Organisation.Key)
            .Text("countingRule", year?.CountingRule).Flag("secondCircleCountable", year?.SecondCircleCountable).Flag("consentTables", year?.ConsentTables);
        var origins = new SortedDictionary<string, string>(facts.Provenances ?? [], StringComparer.Ordinal);
        if (year is not null && year.Provenance != facts.Provenance)
        {
            foreach (var field in new[] { "countingRule", "secondCircleCountable", "consentTables" })
                origins[field] = year.Provenance;
        }
        foreach (var (field, origin) in year?.Provenances ?? [])
            origins[field] = origin;
        return values.Record("pole", facts.Provenance, origins);
    }

    private static CopiedRecord OrganisationRecord(MemberState member, DateOnly at)
    {
        var facts = member.Organisation.Facts;
        var classified = facts.At(at);
        return new CopiedValues()
            .Text("name", facts.NaturalPerson ? null : facts.Name)
            .Text("legalCategory", facts.LegalCategoryAt(at)).Text("status", classified.Status).Text("cooperativeForm", facts.CooperativeForm)
            .List("integration", facts.IntegrationAt(at)).Text("family", classified.Family).Text("sector", facts.Sector).List("functions", facts.Functions)
            .Text("municipality", facts.NaturalPerson ? null : facts.Municipality)
            .Flag("naturalPerson", facts.NaturalPerson ? true : null).Flag("founder", member.Membership.Founder ? true : null).Flag("lead", member.Membership.Lead ? true : null)
            .Flag("consent", facts.Consent)
            .Record(member.Organisation.Key, facts.Provenance, facts.Provenances);
    }

    private static IEnumerable<CopiedRecord> BelongingRecords(MemberState member) => member.Belongings.Select(b => new CopiedValues()
        .Text("organisation", member.Organisation.Key).Text("circle", b.Circle).Date("entry", b.Entry).Date("exit", b.Exit)
        .Record($"{member.Organisation.Key}@{b.Entry?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "start"}", b.Provenance, null));

    private static CopiedRecord FiguresRecord(MemberState member, DateOnly at, SectionDefinition definition)
    {
        var facts = member.Figures!.Facts;
        var counted = CountedFte.Of(facts, member.Organisation.Facts.At(at).Family);
        return new CopiedValues()
            .Text("organisation", member.Organisation.Key).Count("year", member.Figures.Year)
            .Number("fte", facts.Fte).Number("income", facts.Income).Text("incomeBand", facts.IncomeBand).Text("incomeBasis", facts.IncomeBasis).Number("balanceSheet", facts.BalanceSheet)
            .Text("sizeClass", facts.Size().Code).Flag("fteCounts", counted.Counts).Text("fteCountsReason", counted.Reason)
            .Number("insertionPosts", facts.InsertionPosts).Count("insertionContracts", facts.InsertionContracts).Count("professionalisationContracts", facts.ProfessionalisationContracts)
            .Count("salariedEntrepreneurs", facts.SalariedEntrepreneurs).Count("residents", facts.Residents)
            .Count("peopleHeads", facts.PeopleHeads).Count("peoplePresidents", facts.PeoplePresidents).Count("peopleEmployees", facts.PeopleEmployees).Count("peopleVolunteers", facts.PeopleVolunteers)
            .Count("people", facts.People).Flag("consent", facts.Consent).Answers(Extras.Read(facts.Extras, definition, "figures"))
            .Record($"{member.Organisation.Key}/{member.Figures.Year}", facts.Provenance, facts.Provenances);
    }
}
