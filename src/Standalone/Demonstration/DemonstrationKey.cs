using System.Security.Cryptography;

namespace Ptce.Standalone.Demonstration;

/// <summary>
/// Secret of the machine client that enters the demonstration data, made on the first start and kept beside the databases, readable by their
/// owner only. The demonstration's passwords are derived from it, so a load that was cut off goes on with the same people.
/// </summary>
internal static class DemonstrationKey
{
    public const string Client = "demonstration";

    /// <summary>Reads the secret, or makes it.</summary>
    /// <param name="folder">Data folder.</param>
    public static string ReadOrMake(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "demonstration.key");
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } known)
            return known;
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Whole or not at all: a start cut off here must not leave half a secret.
        var draft = path + ".new";
        using (var writer = new StreamWriter(draft, options))
            writer.Write(secret);
        File.Move(draft, path, overwrite: true);
        return secret;
    }
}
