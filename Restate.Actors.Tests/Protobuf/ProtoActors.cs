namespace Restate.Actors.Tests.Protobuf;

[Actor("ProtoShop")]
public interface IProtoShop : IVirtualObject
{
    Task<ProtoOrder> Place(ProtoOrder order);

    Task<ProtoOrder> Empty();

    Task<string> Several(int count, ProtoOrder order);

    Task<ProtoOrder?> CallOther(ProtoOrder order);
}

public sealed class ProtoShop : VirtualObject, IProtoShop
{
    public async Task<ProtoOrder> Place(ProtoOrder order)
    {
        State<ProtoOrder>("order").Set(order);
        State<ProtoOrder>("empty").Set(new ProtoOrder());
        var stepped = await Run("step", _ => new ProtoOrder(order) { OrderId = $"{order.OrderId} stepped" });
        var stored = await State<ProtoOrder>("order").GetAsync();
        var empty = await State<ProtoOrder>("empty").GetAsync();
        var missing = await State<ProtoOrder>("missing").GetAsync();
        stepped.Tags[stored!.OrderId] = empty is null ? -1 : 1;
        stepped.IsGift = missing is null;
        return stepped;
    }

    public Task<ProtoOrder> Empty() => Task.FromResult(new ProtoOrder());

    public Task<string> Several(int count, ProtoOrder order) => Task.FromResult($"{count} {order.OrderId}");

    public async Task<ProtoOrder?> CallOther(ProtoOrder order) => await Actors.GetActor<IProtoShop>($"{Key}-other").Place(order);
}
