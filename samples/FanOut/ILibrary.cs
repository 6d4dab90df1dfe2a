namespace FanOut;

/// <summary>A store of texts outside.</summary>
public interface ILibrary
{
    Task<string> Read(string book, int chapter, CancellationToken cancellationToken);
}
