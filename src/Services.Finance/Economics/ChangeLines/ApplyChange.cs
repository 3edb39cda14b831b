namespace Ptce.Finance.Economics.ChangeLines;

/// <summary>Applies one change to a year: accepted, or a conflict when the line moved on since the change was made.</summary>
internal static class ApplyChange
{
    /// <returns>The line as it stands after an accepted change; null on a conflict.</returns>
    public static EconomicLine? To(EconomicYear year, CheckedChange change)
    {
        var line = year.Find(change.Line.Code, change.Number);
        // A removed line is "not there" for who bases a change on 0, and still its revisions go on.
        if (change.Base != (line?.Revision ?? 0) && !(change.Base == 0 && line is { Removed: true }))
            return null;
        if (line is null)
        {
            if (change.Remove)
                return null;
            line = year.Add(new EconomicLine { YearId = year.Id, Line = change.Line.Code, Number = change.Number, Provenance = change.Provenance });
        }
        line.Revision++;
        line.Removed = change.Remove;
        if (!change.Remove)
        {
            (line.Cents, line.Destination, line.Funder, line.FunderKey) = (change.Cents, change.Destination, change.Funder, change.FunderKey);
            (line.Perimeter, line.Premises) = (change.Perimeter, change.Premises);
            (line.Provenance, line.Source, line.Comment, line.ImportId) = (change.Provenance, change.Source, change.Comment, null);
        }
        year.Touch();
        return line;
    }
}
