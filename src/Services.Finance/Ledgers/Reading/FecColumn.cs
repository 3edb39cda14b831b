namespace Ptce.Finance.Ledgers.Reading;

/// <summary>The 18 columns of LPF art. A. 47 A-1 VII-1°, in their order. Debit stands for Montant and Credit for Sens in the signed notation.</summary>
internal enum FecColumn
{
    JournalCode,
    JournalLib,
    EcritureNum,
    EcritureDate,
    CompteNum,
    CompteLib,
    CompAuxNum,
    CompAuxLib,
    PieceRef,
    PieceDate,
    EcritureLib,
    Debit,
    Credit,
    EcritureLet,
    DateLet,
    ValidDate,
    Montantdevise,
    Idevise,
}
