using System.Text.Json.Serialization;

namespace Ptce.Finance.Economics.ChangeLines;

/// <summary>One change to one line, as a client sends it.</summary>
/// <param name="Id">Id made by the client: repeating it is harmless.</param>
/// <param name="Line">Code of the harmonised line.</param>
/// <param name="N">Number that tells lines of one code apart; 1 when left out.</param>
/// <param name="Base">Revision of the line that the change was made on; 0 when there was none.</param>
/// <param name="Amount">EUR, at most two decimals.</param>
/// <param name="Remove">Takes the line out.</param>
/// <param name="Destination">What an expense is for: <c>coordination</c>, <c>support</c>, <c>premises</c>, <c>projects</c>, <c>other</c>.</param>
/// <param name="Funder">Kind of funder; the line's own when left out.</param>
/// <param name="FunderKey">The funder itself, e.g. <c>siren:233500016</c>.</param>
/// <param name="Perimeter">Innermost perimeter that counts the line: <c>coordinator</c>, <c>support</c>, <c>leader</c>.</param>
/// <param name="Premises">Belongs to the premises; derived when left out.</param>
/// <param name="Provenance">Where the amount comes from; <c>typed</c> when left out.</param>
/// <param name="Source">Evidence: document and page.</param>
/// <param name="Comment">Free comment.</param>
internal sealed record LineChange(
    Guid Id,
    string? Line,
    int N = 1,
    int Base = 0,
    decimal? Amount = null,
    bool Remove = false,
    string? Destination = null,
    string? Funder = null,
    string? FunderKey = null,
    string? Perimeter = null,
    bool? Premises = null,
    string? Provenance = null,
    string? Source = null,
    string? Comment = null);

/// <summary>What became of a change.</summary>
/// <param name="Id">Id of the change.</param>
/// <param name="Outcome"><c>accepted</c>, <c>duplicate</c>, <c>conflict</c>, <c>refused</c>.</param>
/// <param name="Line">Code of the line.</param>
/// <param name="N">Number of the line.</param>
/// <param name="Revision">The line's revision as it stands now.</param>
/// <param name="Server">The line as it stands, on a conflict.</param>
/// <param name="Code">Problem code, when refused.</param>
/// <param name="Pointer">JSON pointer to the wrong member, when refused.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ChangeResult(
    Guid Id,
    string Outcome,
    string? Line,
    int N,
    int Revision,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LineView? Server = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Remedy = null);
