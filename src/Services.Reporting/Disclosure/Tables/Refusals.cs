using System.Globalization;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>Collects what is wrong with a request, each with its pointer; the first fifty are told.</summary>
internal sealed class Refusals
{
    private const int Told = 50;
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public bool Any => _errors.Count > 0;

    public bool Full => _errors.Count >= Told;

    public void Add(string pointer, string reason, string fr, string en, string? value = null)
    {
        if (!Full)
            _errors.Add(new FieldError("reporting.disclosure." + reason, new LocalText(fr, en)) { Pointer = pointer, Value = value is { Length: > 80 } ? value[..80] : value });
    }

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A reference token of a JSON pointer (RFC 6901).</summary>
    public static string Token(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
