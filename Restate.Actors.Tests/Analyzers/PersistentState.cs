namespace Restate.Actors.Tests.Analyzers;

/// <summary>The facet for state as other frameworks have it; the rules know it by name.</summary>
internal static class PersistentState
{
    /// <summary>Gets its declaration, or nothing where the library has it.</summary>
    public static string Declaration { get; } = typeof(IActor).Assembly.GetType("Restate.Actors.IPersistentState`1") is not null
        ? string.Empty
        : """
        namespace Restate.Actors
        {
            public interface IPersistentState<T>
            {
                T State { get; set; }
                bool RecordExists { get; }
                Task ReadStateAsync();
                Task WriteStateAsync();
                Task ClearStateAsync();
            }
        }
        """;
}
