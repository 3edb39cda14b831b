using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Ptce.Identity.Passwords;
using Ptce.Identity.People;

namespace Ptce.Identity.Tests.Passwords;

public sealed class PasswordRulesTests
{
    private static readonly Person Someone = new() { Email = "jeanne.martin@phares.example", Name = "Jeanne Martin" };

    private static PasswordRules Rules(string? list = null) => new(new KnownPasswords(Options.Create(new BreachedPasswords { BreachedList = list })));

    [Theory]
    [InlineData("quatre mots au hasard")]
    [InlineData("éléphant lunaire 3 fois par jour")]
    [InlineData("пароль из нескольких слов")]
    public void A_phrase_of_any_characters_is_accepted(string password) => Assert.Null(Rules().Refusal(password, Someone));

    [Theory]
    [InlineData("Tr0ub4dor&3", "too-short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "too-regular")]
    [InlineData("abcabcabcabcabcabc", "too-regular")]
    [InlineData("abcdefghijklmnopqrst", "too-regular")]
    [InlineData("jeanne.martin@phares.example1", "names-account")]
    [InlineData("Mot de passe sécurisé2025", null)]
    [InlineData("correct horse battery staple", "known")]
    [InlineData("Azertyuiop123456", "known")]
    public void What_can_be_guessed_is_refused_whatever_its_composition(string password, string? reason) =>
        Assert.Equal(reason, Rules().Refusal(password, Someone));

    [Fact]
    public void Length_is_counted_in_characters_not_in_code_units() =>
        Assert.Equal("too-short", Rules().Refusal("🐴🔋📎🐘🌙🎻🚲", Someone));

    [Fact]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The published lists are keyed by SHA-1.")]
    public void A_password_of_the_breached_list_is_found_wherever_it_stands_in_the_file()
    {
        var leaked = Enumerable.Range(0, 999).Select(number => $"phrase fuitée numéro {number} ici").ToList();
        var lines = leaked.Select(password => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)))).Order(StringComparer.Ordinal)
            .Select((digest, line) => $"{digest}:{line * 37 % 1000}");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join("\r\n", lines));
            var rules = Rules(file);
            Assert.All(leaked, password => Assert.Equal("known", rules.Refusal(password, Someone)));
            Assert.Null(rules.Refusal("phrase jamais fuitée, elle", Someone));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_configured_list_that_is_missing_stops_the_start() =>
        Assert.Throws<InvalidOperationException>(() => Rules("/nowhere/pwned.txt"));
}
