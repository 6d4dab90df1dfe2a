namespace Restate.Actors.Internal.Filters;

/// <summary>Runs filters around something, each at most once. One object serves one call.</summary>
/// <typeparam name="TFilter">The kind of filter.</typeparam>
/// <param name="filters">The filters, the outermost first.</param>
/// <param name="invoke">Calls a filter with its <c>next</c>.</param>
/// <param name="inner">What the filters surround.</param>
internal sealed class FilterChain<TFilter>(IReadOnlyList<TFilter> filters, Func<TFilter, Func<Task>, Task> invoke, Func<Task> inner)
    where TFilter : notnull
{
    private int _entered;

    /// <summary>Gets whether the innermost filter has called what is inside.</summary>
    public bool HasEnteredInner => _entered > filters.Count;

    /// <summary>Gets the last filter that was called, for messages.</summary>
    public Type Innermost => filters[Math.Min(_entered, filters.Count) - 1].GetType();

    public Task RunAsync() => EnterAsync(0);

    private Task EnterAsync(int index)
    {
        if (_entered != index)
        {
            throw new InvalidOperationException($"The filter {filters[index - 1].GetType()} called next() twice; it may be called once.");
        }

        _entered++;
        if (index == filters.Count)
        {
            return inner();
        }

        return invoke(filters[index], () => EnterAsync(index + 1))
            ?? throw new InvalidOperationException($"The filter {filters[index].GetType()} returned null in place of a task.");
    }
}
