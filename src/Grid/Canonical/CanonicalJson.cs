using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Grid.Canonical;

/// <summary>
/// JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) allows: members sorted by UTF-16 code units, no white
/// space, ECMAScript numbers, minimal escapes. Strings are put in Unicode normalisation form C first, which is our own rule:
/// the same French text typed on two keyboards must give the same digest.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical UTF-8 bytes of a document.</summary>
    /// <param name="document">Any JSON value; null writes <c>null</c>.</param>
    /// <exception cref="ArgumentException">A number is not finite, or a string holds a lone surrogate.</exception>
    public static byte[] Write(JsonNode? document)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Write(document, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The canonical UTF-8 bytes of a document given as JSON text.</summary>
    /// <param name="json">UTF-8 JSON text.</param>
    /// <exception cref="JsonException">The text is not JSON, or an object has a member twice.</exception>
    public static byte[] Rewrite(ReadOnlySpan<byte> json) =>
        Write(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }));

    private static void Write(JsonNode? node, ArrayBufferWriter<byte> output)
    {
        switch (node)
        {
            case null:
                output.Write("null"u8);
                break;
            case JsonObject members:
                WriteObject(members, output);
                break;
            case JsonArray values:
                output.Write("["u8);
                for (var i = 0; i < values.Count; i++)
                {
                    if (i > 0)
                        output.Write(","u8);
                    Write(values[i], output);
                }
                output.Write("]"u8);
                break;
            default:
                WriteScalar(node.AsValue(), output);
                break;
        }
    }

    private static void WriteObject(JsonObject members, ArrayBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var first = true;
        string? previous = null;
        // Names are sorted as they are written: two that become one in form C would otherwise both stand.
        foreach (var (name, value) in members.Select(m => (Normalise(m.Key), m.Value)).OrderBy(m => m.Item1, StringComparer.Ordinal))
        {
            if (name == previous)
                throw new ArgumentException($"The member '{name}' stands twice once it is normalised.", nameof(members));
            previous = name;
            if (!first)
                output.Write(","u8);
            first = false;
            WriteString(name, output);
            output.Write(":"u8);
            Write(value, output);
        }
        output.Write("}"u8);
    }

    private static void WriteScalar(JsonValue value, ArrayBufferWriter<byte> output)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(value.GetValue<string>(), output);
                break;
            case JsonValueKind.Number:
                Encoding.UTF8.GetBytes(Number(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)), output);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            default:
                output.Write("null"u8);
                break;
        }
    }

    private static string Normalise(string text) =>
        text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    private static void WriteString(string text, ArrayBufferWriter<byte> output)
    {
        text = Normalise(text);
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(escaped.Append('"').ToString(), output);
    }

    /// <summary>A number as ECMAScript's Number.prototype.toString writes it (RFC 8785 §3.2.2.3).</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentException">Not a finite number.</exception>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("Canonical JSON has no form for a number that is not finite.", nameof(value));
        if (value == 0)
            return "0";
        var (digits, exponent) = Split(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        var sign = value < 0 ? "-" : "";
        var point = exponent + 1;
        return sign + point switch
        {
            > 21 => Scientific(digits, point - 1),
            > 0 when digits.Length <= point => digits + new string('0', point - digits.Length),
            > 0 => digits[..point] + "." + digits[point..],
            > -6 => "0." + new string('0', -point) + digits,
            _ => Scientific(digits, point - 1),
        };
    }

    // Shortest round-trip digits without point or zeros around them, and the power of ten of the first digit.
    private static (string Digits, int Exponent) Split(string roundTrip)
    {
        var e = roundTrip.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? roundTrip : roundTrip[..e];
        var exponent = e < 0 ? 0 : int.Parse(roundTrip[(e + 1)..], CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent + (point < 0 ? digits.Length : point) - 1 - leading);
    }

    private static string Scientific(string digits, int exponent) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
}
