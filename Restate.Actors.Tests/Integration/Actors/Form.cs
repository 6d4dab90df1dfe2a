namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Form : DurableService, IForm
{
    public Task<int> RequiredAsync(int number) => Task.FromResult(number);

    public Task<int> OptionalAsync(int number) => Task.FromResult(number);

    public Task<string> NullableAsync(string? text) => Task.FromResult(text ?? "none");

    public Task<string> SeveralAsync(string text, int number, bool flag) => Task.FromResult($"{text} {number} {flag}");

    public Task<string> NothingAsync() => Task.FromResult("nothing");

    public Task<byte[]> BytesAsync(byte[] bytes) => Task.FromResult(bytes);

    public Task<Letter> RecordAsync(Letter letter) => Task.FromResult(letter with { Pages = letter.Pages + 1 });
}
