namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Inputs of all shapes.</summary>
public interface IForm : IDurableService
{
    Task<int> RequiredAsync(int number);

    Task<int> OptionalAsync(int number = 7);

    Task<string> NullableAsync(string? text);

    Task<string> SeveralAsync(string text, int number = 2, bool flag = false);

    Task<string> NothingAsync();

    Task<byte[]> BytesAsync(byte[] bytes);

    Task<Letter> RecordAsync(Letter letter);
}
