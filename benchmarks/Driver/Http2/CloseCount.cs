namespace Restate.Actors.Benchmarks.Driver.Http2;

/// <summary>How the invocations of a connection have ended.</summary>
internal sealed class CloseCount
{
    /// <summary>Gets or sets how many streams the endpoint reset although it had answered in full; it did not wait for the end of the request.</summary>
    public int Resets { get; set; }

    /// <summary>Gets or sets how many streams it refused or broke before its answer was complete.</summary>
    public int Broken { get; set; }
}
