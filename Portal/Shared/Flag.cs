namespace Portal.Shared;

/// <summary>What stands beside a report state: time and lock, never a state of its own.</summary>
public enum Flag
{
    /// <summary>Sắp đến hạn.</summary>
    DueSoon,
    /// <summary>Quá hạn.</summary>
    Overdue,
    /// <summary>Gửi quá hạn; stays for ever.</summary>
    SentLate,
    /// <summary>Quá hạn bổ sung.</summary>
    SupplementOverdue,
    /// <summary>Đã gia hạn.</summary>
    Extended,
    /// <summary>Đã khóa số liệu.</summary>
    Locked,
    /// <summary>Chưa được đơn vị xác nhận: entered for the unit from paper.</summary>
    Unconfirmed,
    /// <summary>Đang nhập thay: a coordinator is entering it from paper.</summary>
    BeingEntered,
}
