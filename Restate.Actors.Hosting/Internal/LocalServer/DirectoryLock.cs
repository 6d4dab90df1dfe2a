namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>A lock between processes, held through an open file. The system releases it when its owner dies, however it dies.</summary>
internal sealed class DirectoryLock : IDisposable
{
    // The runtime reports a taken lock as an IOException with the system's own code: EAGAIN on Linux and on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] TakenCodes = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <returns>The lock, or <see langword="null"/> if another owner holds it.</returns>
    public static DirectoryLock? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            // The file stays for ever: deleting it would let two owners lock two files of one name.
            return new DirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (TakenCodes.Contains(error.HResult))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
