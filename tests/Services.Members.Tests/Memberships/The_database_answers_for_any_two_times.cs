using System.Globalization;
using Ptce.Members.Memberships;

namespace Ptce.Members.Tests.Memberships;

/// <summary>
/// The same property over HTTP and SQL: a random sequence of entries, exits, moves, corrections and retractions sent to the API, then
/// asked for at every (at, knownAt), equals the log played in memory.
/// </summary>
public sealed class The_database_answers_for_any_two_times(MembersHost host) : IClassFixture<MembersHost>
{
    private static readonly DateTime Start = new(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly FirstDay = new(2010, 1, 1);

    [Theory]
    [InlineData("0N0g3aIu1Lq5")]
    [InlineData("5cCl9aXq2Tm1")]
    [InlineData("8hRr4bKz6Wp9")]
    public async Task What_was_sent_is_told_as_it_was_known_at_every_moment(string seed)
    {
        var random = new Random(Seed(seed));
        var client = host.AsMachine();
        host.Clock.Set(Start.ToString("O", CultureInfo.InvariantCulture));
        var pole = await client.NewPoleAsync();
        var membership = Guid.CreateVersion7();
        await client.PostAsync($"/api/members/poles/{pole}/memberships", new { id = membership, organisationId = await client.NewOrganisationAsync(pole, "m1") }).OkAsync();
        var log = new Belongings(membership, pole, []);
        var path = $"/api/members/poles/{pole}/memberships/{membership}";
        var ids = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToArray();
        var version = 1;
        const int Acts = 20;
        for (var i = 0; i < Acts; i++)
        {
            var recorded = Start.AddHours(i + 1);
            host.Clock.Set(recorded.ToString("O", CultureInfo.InvariantCulture));
            var (id, circle, from, to) = (ids[random.Next(ids.Length)], random.Next(2) == 0 ? "1" : "2", Maybe(random), Maybe(random));
            var day = FirstDay.AddDays(random.Next(12));
            var (sending, broken) = random.Next(8) switch
            {
                < 4 => (client.PostAsync($"{path}/entries", new { id, circle, entry = from, exit = to }, $"\"{version}\""), log.Enter(new(id, circle, new(from, to), "typed", null), recorded)),
                4 => (client.PostAsync($"{path}/exit", new { date = day }, $"\"{version}\""), log.Leave(day, recorded)),
                5 => (client.PostAsync($"{path}/moves", new { id, date = day, circle }, $"\"{version}\""), log.Move(id, day, circle, "typed", null, recorded)),
                6 => (client.PutAsync($"{path}/belongings/{id}", new { circle, entry = from, exit = to }, $"\"{version}\""), log.Correct(new(id, circle, new(from, to), "typed", null), recorded)),
                _ => (client.SendAsync(HttpMethod.Delete, $"{path}/belongings/{id}", null, $"\"{version}\""), log.Retract(id, recorded)),
            };
            using var answer = await sending;
            Assert.Equal(broken is null, answer.IsSuccessStatusCode);
            version += broken is null ? 1 : 0;
        }
        for (var moment = 0; moment <= Acts; moment++)
        {
            var known = Start.AddHours(moment).AddMinutes(30);
            for (var day = -1; day <= 13; day++)
            {
                var at = FirstDay.AddDays(day);
                var found = (await client.GetAsync($"/api/members/poles/{pole}/memberships?at={at:yyyy-MM-dd}&knownAt={known:yyyy-MM-ddTHH:mm:ssZ}").OkAsync())["items"]!.AsArray();
                Assert.Equal(log.CircleAt(at, known), found is [var only] ? (string?)only!["circle"] : null);
            }
        }
    }

    private static DateOnly? Maybe(Random random) => random.Next(4) == 0 ? null : FirstDay.AddDays(random.Next(12));

    private static int Seed(string text) => text.Aggregate(17, (seed, c) => seed * 31 + c);
}
