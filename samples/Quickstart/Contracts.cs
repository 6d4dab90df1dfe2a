using Restate.Actors;

namespace Quickstart;

/// <summary>A shopping cart: one virtual object per customer.</summary>
[Actor("Cart")]
public interface ICart : IVirtualObject
{
    [Exclusive]
    Task<decimal> Add(string article, int count = 1);

    [Exclusive]
    Task<string> CheckOut();

    [Shared]
    Task<CartContent> Content();

    [Shared]
    Task<string?> LastOrder();
}

/// <summary>Prices of articles: a basic service.</summary>
[Actor("Catalog")]
public interface ICatalog : IDurableService
{
    Task<decimal> Price(string article);
}

/// <summary>An order: a workflow that waits until somebody approves it.</summary>
[Actor("Order")]
public interface IOrder : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(CartContent cart, CancellationToken cancellationToken = default);

    [Shared]
    Task Approve(string by);

    [Shared]
    Task<string> Status();
}

public sealed record CartLine(string Article, int Count, decimal Price);

public sealed record CartContent(string Customer, IReadOnlyList<CartLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Count * line.Price);
}
