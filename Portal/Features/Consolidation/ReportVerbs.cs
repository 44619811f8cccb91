namespace Portal.Features.Consolidation;

/// <summary>What the composer's page can do, in one place: a page takes few things.</summary>
public sealed record ReportVerbs(DraftReport Draft, InsertBlock Insert, MoveBlock Move, RemoveBlock Remove, ChooseSources Choose, SettleBlock Settle, ReviewBlocks Review, SubmitReport Submit);
