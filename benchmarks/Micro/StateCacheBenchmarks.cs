using System.ComponentModel;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>One read of a state value of a warm activation, when its bytes are those of the last time and when they are not.</summary>
[MemoryDiagnoser]
public class StateCacheBenchmarks
{
    private readonly PayloadCoder _payloads = new(DefaultSerializer.Create());
    private readonly DecodedValues _values = new();
    private readonly byte[] _first = JsonSerializer.SerializeToUtf8Bytes(new Address("Long Street 1", "Springfield", 12345));
    private readonly byte[] _second = JsonSerializer.SerializeToUtf8Bytes(new Address("Long Street 2", "Springfield", 12345));
    private bool _isSecond;

    [Benchmark]
    public object Same() => _values.GetOrDecode("same", _first, _payloads, PayloadFormatOf<Address>.Instance);

    [Benchmark]
    public object Changed()
    {
        _isSecond = !_isSecond;
        return _values.GetOrDecode("changed", _isSecond ? _second : _first, _payloads, PayloadFormatOf<Address>.Instance);
    }

    [ImmutableObject(true)]
    internal sealed record Address(string Street, string City, int Code);
}
