using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ptce.ServiceDefaults.Access;

/// <summary>The keys that protect cookies, sessions and stored secrets: kept beside the data, not in a database, so that a stolen database opens nothing.</summary>
public static class DataKeys
{
    /// <summary>
    /// Keeps the keys in <c>DataProtection:Folder</c> (default <c>{Data:Folder}/keys</c>), readable by this user alone. With
    /// <c>DataProtection:Certificate:{Path,Password}</c> (PKCS#12) they are encrypted at rest as well.
    /// </summary>
    /// <param name="builder">The host.</param>
    public static void AddDataKeys(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var folder = new DirectoryInfo(configuration["DataProtection:Folder"] ?? Path.Combine(configuration["Data:Folder"] ?? "data", "keys"));
        if (!folder.Exists && !OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var keys = builder.Services.AddDataProtection().SetApplicationName("ptce").PersistKeysToFileSystem(folder);
        if (configuration["DataProtection:Certificate:Path"] is { Length: > 0 } certificate)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(certificate, configuration["DataProtection:Certificate:Password"]));
    }
}
