namespace Ptce.Reporting.Figures;

/// <summary>Who may read a figure or a cell. Decided once, when a release is drawn up; applied once, in <see cref="Audience"/>.</summary>
internal enum Visibility
{
    /// <summary>Everybody, the open data included.</summary>
    Public,

    /// <summary>Analysts; a figure of one pole also the people of that pole. Others read a suppressed value, or no row at all when it names the pole.</summary>
    Restricted,
}
