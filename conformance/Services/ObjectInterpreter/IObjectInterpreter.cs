namespace Conformance.Services.ObjectInterpreter;

/// <summary>Executes a program on the state of its key. There are three layers of such objects, each calling the next.</summary>
public interface IObjectInterpreter : IVirtualObject
{
    [Exclusive, Handler("interpret")]
    Task Interpret(Program program);

    [Shared, Handler("counter")]
    Task<int> Counter();
}

[Actor("ObjectInterpreterL0")]
public interface IObjectInterpreterL0 : IObjectInterpreter;

[Actor("ObjectInterpreterL1")]
public interface IObjectInterpreterL1 : IObjectInterpreter;

[Actor("ObjectInterpreterL2")]
public interface IObjectInterpreterL2 : IObjectInterpreter;

public sealed class ObjectInterpreterL0() : ObjectInterpreter(layer: 0), IObjectInterpreterL0;

public sealed class ObjectInterpreterL1() : ObjectInterpreter(layer: 1), IObjectInterpreterL1;

public sealed class ObjectInterpreterL2() : ObjectInterpreter(layer: 2), IObjectInterpreterL2;
