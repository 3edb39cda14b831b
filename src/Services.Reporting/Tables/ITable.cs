using Ptce.Reporting.Facts;

namespace Ptce.Reporting.Tables;

/// <summary>One table (tableau): from what is signed to rows and cells. Pure.</summary>
internal interface ITable
{
    /// <summary><c>T1</c> … <c>T12</c>.</summary>
    string Code { get; }

    /// <summary>Made of membership facts that may be published by name: no cell is ever unsafe.</summary>
    bool IsExempt { get; }

    Table Compute(CampaignFacts campaign);
}
