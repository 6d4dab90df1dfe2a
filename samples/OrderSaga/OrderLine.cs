namespace OrderSaga;

public sealed record OrderLine(string Article, int Count);
