using Restate.Actors.Fuzzing.Mutation;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>A door of the product through which bytes of others come.</summary>
internal interface IFuzzTarget
{
    string Name { get; }

    /// <summary>Gets what one unit of the target's input is: frames, tokens, answers.</summary>
    string Unit { get; }

    /// <summary>Gets the inputs from which the mutations start.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    IMutator Mutator { get; }

    /// <summary>Gets what one run may allocate: so many bytes, and so many for each byte of its input.</summary>
    AllocationLimit Limit { get; }

    /// <summary>Runs one input.</summary>
    /// <returns>What the product did with it.</returns>
    /// <exception cref="Exception">A defect: the product did something else than what is defined.</exception>
    ValueTask<Behaviour> RunAsync(byte[] input);
}
