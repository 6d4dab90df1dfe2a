namespace Orleans
{
    // The package recognizes types by their names.
    public interface IGrain;

    public interface IGrainWithStringKey : IGrain;
}

namespace Shop
{
    public interface IOldStockGrain : Orleans.IGrainWithStringKey
    {
        Task<int> Add(int count);
    }
}
