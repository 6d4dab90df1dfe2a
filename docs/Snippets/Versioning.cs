using Restate.Actors;

namespace Docs;

// snippet: compatible-contract
[Actor("Parcel")]                                           // the interface may be renamed, the service may not
public interface IParcel : IVirtualObject
{
    [Handler("Ship", Aliases = ["Dispatch"])]               // was called Dispatch: queued calls still arrive
    Task Ship(string address, bool isExpress = false);      // isExpress is new: old callers leave it out

    [Handler(Wrap = true)]                                  // travels as {"text": ...}, so parameters can follow
    Task Note(string text);
}
// end
