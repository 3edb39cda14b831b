namespace Ptce.Demonstration.Study;

/// <summary>One of the eleven PTCE, as far as the study tells.</summary>
/// <param name="Key">PoleKey, used by every service.</param>
/// <param name="Name">Name as the study's list writes it.</param>
/// <param name="Aliases">Other spellings met in the text.</param>
/// <param name="Place">Place, in the study's words.</param>
/// <param name="TerritoryKind">Kind of territory, null when the study puts the pole in none.</param>
/// <param name="Laureate2013">Won the call for projects of 2013.</param>
/// <param name="Profile"><c>one-sector</c> or <c>multi-activity</c>.</param>
/// <param name="FoundedAroundPremises">Organised at first around shared premises.</param>
/// <param name="InsertionComponent">Work integration is a historical component.</param>
/// <param name="Growth">How the first circle moved since 2012: <c>start-up</c>, <c>recast</c>, <c>recent-entries</c>, <c>not-told</c>.</param>
/// <param name="FirstCircle">Rule by which the first circle is counted, when told.</param>
/// <param name="SecondCircle">Who the second circle is, when told.</param>
internal sealed record StudiedPole(
    string Key, string Name, IReadOnlyList<string> Aliases, string Place, string? TerritoryKind, bool Laureate2013,
    string Profile, bool FoundedAroundPremises, bool InsertionComponent, string Growth, ToldText? FirstCircle, ToldText? SecondCircle);

/// <summary>A text of the study in two languages with its source.</summary>
internal sealed record ToldText(string Fr, string En, string Source);

/// <summary>An organisation that the study names. A null field is not published.</summary>
internal sealed record NamedOrganisation(
    string Pole, string Code, string Name, string Source, IReadOnlyList<string>? Aliases = null, string? Status = null, IReadOnlyList<string>? Integration = null,
    string? Family = null, int? Circle = null, bool Lead = false, bool Founder = false, bool Historical = false, bool OwnerOfPremises = false,
    bool BornOfCooperation = false, bool Above50Fte = false, ToldFigures? Figures = null);

/// <summary>Members that the study counts without naming them.</summary>
internal sealed record UnnamedOrganisations(string Pole, string Role, string Source, int? Count = null, string? Integration = null, ToldFigures? Figures = null);

/// <summary>Induced jobs told for 2014, each in its own unit.</summary>
internal sealed record ToldFigures(int? ProfessionalisationContracts = null, int? InsertionContracts = null, int? SalariedEntrepreneurs = null, int? Residents = null);

/// <summary>A place where the study disagrees with itself (note de données).</summary>
internal sealed record DataNote(string Code, string? Pole, string Fr, string En, string Section, string Source);
