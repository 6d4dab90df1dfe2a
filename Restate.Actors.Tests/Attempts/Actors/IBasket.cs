namespace Restate.Actors.Tests.Attempts.Actors;

[Actor("Engine.Basket")]
public interface IBasket : IVirtualObject
{
    Task<string> AddAsync(string item);

    Task<string> ForgetAsync(string input);

    Task<string> LateAsync(string input);

    [Shared]
    Task<string> ShowAsync(string input);
}
