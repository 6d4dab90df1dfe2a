namespace Restate.Actors.Fuzzing.Targets;

/// <summary>How much memory one run may take, the garbage included.</summary>
/// <param name="Base">In bytes, whatever the input is.</param>
/// <param name="PerByte">In bytes for each byte of the input.</param>
internal readonly record struct AllocationLimit(long Base, long PerByte)
{
    public long For(int inputLength) => Base + (PerByte * inputLength);
}
