namespace Restate.Actors.Internal.Filters;

/// <summary>Creates the filter that an attribute names; attributes are looked at without their type argument.</summary>
internal interface IActorFilterSource
{
    IActorFilter Create(IServiceProvider services);
}
