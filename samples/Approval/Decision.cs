namespace Approval;

public sealed record Decision(bool IsApproved, string By);
