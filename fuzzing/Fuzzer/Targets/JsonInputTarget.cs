using System.Text;
using Restate.Actors.Fuzzing.Mutation;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>JSON, or nearly, as the input of a handler with a rich parameter.</summary>
internal sealed class JsonInputTarget(FuzzHost host) : IFuzzTarget
{
    private const int Pack = 5;

    private const string Whole =
        """
        {"owner":"anna","pieces":2,"tag":9007199254740993,"weight":1.5,"value":12.30,"isFragile":true,"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","checkedIn":"2026-01-02T03:04:05+01:00",
        "delay":"01:02:03","day":3,"class":"x","photo":"AQID","inside":[],"contents":{"a":1},"link":"https://restate.dev/","gate":null}
        """;

    public string Name => "json";

    public string Unit => "inputs";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(Whole),
        Encoding.UTF8.GetBytes(Whole.Replace("\"inside\":[]", $"\"inside\":[{Whole}]", StringComparison.Ordinal)),
        "null"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "\"x\""u8.ToArray(), [],
    ];

    public IMutator Mutator { get; } = new TextMutator(maxLength: 4096, words: ["\"owner\":", "\"Owner\":", "\"id\":", "\"inside\":[{", "\"contents\":{", "\"class\":\"\\ud83d\"", "\"photo\":\"A\"", "\"link\":\"\\u0000\""]);

    public AllocationLimit Limit { get; } = new(Base: 1024 * 1024, PerByte: 500);

    public ValueTask<Behaviour> RunAsync(byte[] input) => HandlerCall.RunAsync(host, Pack, "k", input, units: 1);
}
