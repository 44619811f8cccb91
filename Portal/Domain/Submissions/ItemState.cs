namespace Portal.Domain.Submissions;

/// <summary>Where one item of one unit's report stands. The cover moves through the same states.</summary>
public enum ItemState
{
    /// <summary>Chưa thực hiện.</summary>
    NotStarted,
    /// <summary>Đang soạn thảo.</summary>
    Drafting,
    /// <summary>Đã trình lãnh đạo.</summary>
    WithHead,
    /// <summary>Lãnh đạo trả lại.</summary>
    SentBack,
    /// <summary>Lãnh đạo đơn vị đã duyệt.</summary>
    Approved,
    /// <summary>Đã gửi.</summary>
    Sent,
    /// <summary>Chờ bổ sung.</summary>
    Returned,
    /// <summary>Đã gửi bổ sung.</summary>
    Resent,
    /// <summary>Đã tiếp nhận.</summary>
    Accepted,
    /// <summary>Đã tổng hợp.</summary>
    Included,
    /// <summary>Đã hủy giao: an amendment took the item away; readable, never counted.</summary>
    Cancelled,
}

/// <summary>The five parts of a bar; together they are all unit-items.</summary>
public enum Bucket
{
    /// <summary>Đã tiếp nhận.</summary>
    Accepted,
    /// <summary>Đã gửi, chờ tiếp nhận.</summary>
    Sent,
    /// <summary>Chờ bổ sung.</summary>
    Returned,
    /// <summary>Đang soạn, trình duyệt.</summary>
    Drafting,
    /// <summary>Chưa thực hiện.</summary>
    NotStarted,
}

/// <summary>Whether a submission came in time; judged at the first sending and fixed.</summary>
public enum Timeliness
{
    /// <summary>Not sent yet, or the request names no day.</summary>
    Open,
    /// <summary>Gửi đúng hạn.</summary>
    OnTime,
    /// <summary>Gửi đúng hạn theo gia hạn.</summary>
    OnTimeByExtension,
    /// <summary>Gửi quá hạn.</summary>
    Late,
    /// <summary>Chờ quyết định gia hạn.</summary>
    AwaitingExtension,
}

/// <summary>What the reviewer says of one document on one item.</summary>
public enum LinkDecision
{
    /// <summary>Chưa xem xét.</summary>
    Undecided,
    /// <summary>Đạt.</summary>
    Accepted,
    /// <summary>Không đạt.</summary>
    Rejected,
}
