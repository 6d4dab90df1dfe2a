namespace Restate.Actors.Fuzzing.Mutation;

/// <summary>Makes an input from another one.</summary>
internal interface IMutator
{
    /// <summary>Makes an input.</summary>
    /// <param name="input">Where it starts; stays as it is.</param>
    /// <param name="other">Another input, to take parts of.</param>
    /// <param name="random">Decides.</param>
    byte[] Mutate(byte[] input, byte[] other, Random random);
}
