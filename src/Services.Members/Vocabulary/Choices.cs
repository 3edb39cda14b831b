using System.Collections;

namespace Ptce.Members.Vocabulary;

/// <summary>A closed list of codes, in the order in which people see it.</summary>
internal sealed class Choices : IReadOnlyList<Choice>
{
    private readonly List<Choice> _choices = [];
    private readonly Dictionary<string, Choice> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bySpelling = new(StringComparer.Ordinal);

    public int Count => _choices.Count;

    public Choice this[int index] => _choices[index];

    public bool Has(string? code) => code is not null && _byCode.ContainsKey(code);

    public Choice? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The code that a person's spelling means: the code itself, or the French or English label, whatever case and accents.</summary>
    public string? Read(string text) => _byCode.ContainsKey(text) ? text : _bySpelling.GetValueOrDefault(Folding.Fold(text));

    public void Add(string code, string fr, string en)
    {
        var choice = new Choice(code, fr, en);
        _byCode.Add(code, choice);
        _choices.Add(choice);
        foreach (var spelling in new[] { code, fr, en })
            _bySpelling.TryAdd(Folding.Fold(spelling), code);
    }

    public IEnumerator<Choice> GetEnumerator() => _choices.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
