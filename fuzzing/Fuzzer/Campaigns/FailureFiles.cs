using System.Security.Cryptography;

namespace Restate.Actors.Fuzzing.Campaigns;

/// <summary>Inputs that failed, as files whose names begin with that of the target.</summary>
internal static class FailureFiles
{
    public static string Save(string folder, string target, Defect defect)
    {
        Directory.CreateDirectory(folder);
        var name = $"{target}-{Convert.ToHexStringLower(SHA256.HashData(defect.Input))[..12]}";
        var file = Path.Combine(folder, $"{name}.bin");
        File.WriteAllBytes(file, defect.Input);
        File.WriteAllText(Path.Combine(folder, $"{name}.txt"), defect.Text);
        return file;
    }

    public static string TargetOf(string file) => Path.GetFileName(file).Split('-')[0];
}
