namespace Docs;

// What the snippets use and no page shows: services outside, and values.
public interface IMailGateway
{
    Task<string> Send(string address, string text, CancellationToken cancellationToken);
}

public interface IPaymentGateway
{
    Task<string> Charge(string customer, decimal amount, string idempotencyKey, CancellationToken cancellationToken);

    Task Refund(string receipt, CancellationToken cancellationToken);
}

public interface IWeather
{
    Task<int> Degrees(string city, CancellationToken cancellationToken);
}

public sealed record Address(string Street, string City);

public sealed record Order(string Customer, decimal Total);
