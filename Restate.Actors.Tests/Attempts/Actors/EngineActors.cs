namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>The actors of this folder; the test project has others that are not wanted here.</summary>
internal static class EngineActors
{
    public static void AddTo(RestateActorsBuilder builder)
    {
        __Greeter_Actor.AddTo(builder);
        __Counter_Actor.AddTo(builder);
        __Picky_Actor.AddTo(builder);
        __ScriptedObject_Actor.AddTo(builder);
        __ScriptedBasic_Actor.AddTo(builder);
        __ScriptedFlow_Actor.AddTo(builder);
        __Shapes_Actor.AddTo(builder);
    }
}
