using System.Text.Json.Serialization;

namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>One thing that a client has asked for, once, however often it had to send it.</summary>
/// <param name="Id">Its id, which it leaves in the state of all that it touches; also its idempotency key.</param>
[JsonDerivedType(typeof(TransferOperation), "transfer")]
[JsonDerivedType(typeof(BookingOperation), "booking")]
[JsonDerivedType(typeof(FanOperation), "fan")]
[JsonDerivedType(typeof(PlanOperation), "plan")]
[JsonDerivedType(typeof(LaterOperation), "later")]
[JsonDerivedType(typeof(ApprovalOperation), "approval")]
[JsonDerivedType(typeof(AlarmOperation), "alarm")]
[JsonDerivedType(typeof(SpeechOperation), "speech")]
[JsonDerivedType(typeof(CancelOperation), "cancel")]
internal abstract record Operation(string Id)
{
    /// <summary>Gets or sets what the client has learned.</summary>
    public Outcome Outcome { get; set; } = Outcome.Open;
}
