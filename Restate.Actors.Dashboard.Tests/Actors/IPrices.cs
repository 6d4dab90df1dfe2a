namespace Restate.Actors.Dashboard.Tests.Actors;

[Actor("Prices")]
public interface IPrices : IDurableService
{
    Task<int> Of(string article);
}
