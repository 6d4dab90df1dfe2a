namespace Docs;

// snippet: injected-clock
public sealed class OpeningHours(TimeProvider time)
{
    public bool IsOpen => time.GetUtcNow().Hour is >= 8 and < 18;       // journaled in a handler, the system's time elsewhere
}
// end
