namespace OrderSaga;

public sealed record OrderRequest(IReadOnlyList<OrderLine> Lines, decimal Total, string Destination);
