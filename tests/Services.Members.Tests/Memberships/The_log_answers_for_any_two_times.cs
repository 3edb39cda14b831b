using CsCheck;
using Ptce.Members.Memberships;

namespace Ptce.Members.Tests.Memberships;

/// <summary>
/// Whatever people enter, the bitemporal log and a naive replay agree for every date and every moment of knowledge. The
/// replay keeps a plain list of periods and plays the acts again from the beginning, up to the moment asked for.
/// </summary>
public sealed class The_log_answers_for_any_two_times
{
    private static readonly DateTime Start = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly FirstDay = new(2010, 1, 1);

    private abstract record Act
    {
        public sealed record Enter(int Id, string Circle, int? From, int? To) : Act;

        public sealed record Leave(int Day) : Act;

        public sealed record Move(int Id, int Day, string Circle) : Act;

        public sealed record Correct(int Id, string Circle, int? From, int? To) : Act;

        public sealed record Retract(int Id) : Act;
    }

    private static readonly Gen<int> Id = Gen.Int[1, 8];
    private static readonly Gen<int> Day = Gen.Int[0, 30];
    private static readonly Gen<int?> End = Gen.Frequency((1, Gen.Const((int?)null)), (4, Day.Select(d => (int?)d)));
    private static readonly Gen<string> Circle = Gen.OneOf(Gen.Const("1"), Gen.Const("2"));

    private static readonly Gen<Act> AnyAct = Gen.Frequency(
        (4, Gen.Select(Id, Circle, End, End).Select(t => (Act)new Act.Enter(t.Item1, t.Item2, t.Item3, t.Item4))),
        (2, Day.Select(d => (Act)new Act.Leave(d))),
        (2, Gen.Select(Id, Day, Circle).Select(t => (Act)new Act.Move(t.Item1, t.Item2, t.Item3))),
        (2, Gen.Select(Id, Circle, End, End).Select(t => (Act)new Act.Correct(t.Item1, t.Item2, t.Item3, t.Item4))),
        (1, Id.Select(i => (Act)new Act.Retract(i))));

    [Fact]
    public void Any_sequence_of_acts_equals_a_naive_replay() =>
        AnyAct.List[0, 25].Sample(
            acts =>
            {
                var log = new Belongings(Guid.NewGuid(), "phares", []);
                var accepted = new List<bool>();
                for (var i = 0; i < acts.Count; i++)
                    accepted.Add(Play(log, acts[i], Start.AddMinutes(i)) is null);
                for (var moment = -1; moment < acts.Count; moment++)
                {
                    var replay = new NaiveReplay();
                    for (var i = 0; i <= moment; i++)
                        Assert.Equal(accepted[i], replay.Play(acts[i]));
                    for (var day = -1; day <= 31; day++)
                        Assert.Equal(replay.CircleAt(day), log.CircleAt(FirstDay.AddDays(day), Start.AddMinutes(moment).AddSeconds(30)));
                }
            },
            iter: 500);

    private static Rule? Play(Belongings log, Act act, DateTime recorded) => act switch
    {
        Act.Enter a => log.Enter(new(Named(a.Id), a.Circle, new(On(a.From), On(a.To)), "typed", null), recorded),
        Act.Leave a => log.Leave(FirstDay.AddDays(a.Day), recorded),
        Act.Move a => log.Move(Named(a.Id), FirstDay.AddDays(a.Day), a.Circle, "typed", null, recorded),
        Act.Correct a => log.Correct(new(Named(a.Id), a.Circle, new(On(a.From), On(a.To)), "typed", null), recorded),
        Act.Retract a => log.Retract(Named(a.Id), recorded),
        _ => throw new InvalidOperationException(),
    };

    private static Guid Named(int id) => new(id, 0, 0, new byte[8]);

    private static DateOnly? On(int? day) => day is { } d ? FirstDay.AddDays(d) : null;

    // Periods as sets of days from -1 to 31; -1 stands for "before", 31 for "still".
    private sealed class NaiveReplay
    {
        private readonly Dictionary<int, (string Circle, int From, int To)> _periods = [];
        private readonly HashSet<int> _used = [];

        public bool Play(Act act)
        {
            switch (act)
            {
                case Act.Enter a:
                    if (_used.Contains(a.Id) || !Free(a.From ?? -1, a.To ?? 32, null))
                        return false;
                    _used.Add(a.Id);
                    _periods[a.Id] = (a.Circle, a.From ?? -1, a.To ?? 32);
                    return true;
                case Act.Leave a:
                    if (Holding(a.Day - 1) is not { } leaving)
                        return false;
                    _periods[leaving] = _periods[leaving] with { To = a.Day };
                    return true;
                case Act.Move a:
                    if (_used.Contains(a.Id) || Holding(a.Day - 1) is not { } moving || _periods[moving].To == a.Day || _periods[moving].Circle == a.Circle)
                        return false;
                    _used.Add(a.Id);
                    var next = (a.Circle, a.Day, _periods[moving].To);
                    _periods[moving] = _periods[moving] with { To = a.Day };
                    _periods[a.Id] = next;
                    return true;
                case Act.Correct a:
                    if (!_periods.ContainsKey(a.Id) || !Free(a.From ?? -1, a.To ?? 32, a.Id))
                        return false;
                    _periods[a.Id] = (a.Circle, a.From ?? -1, a.To ?? 32);
                    return true;
                case Act.Retract a:
                    return _periods.Remove(a.Id);
                default:
                    return false;
            }
        }

        public string? CircleAt(int day) => Holding(day) is { } id ? _periods[id].Circle : null;

        private bool Free(int from, int to, int? except) =>
            from < to && Enumerable.Range(from, to - from).All(day => Holding(day, except) is null);

        private int? Holding(int day, int? except = null)
        {
            foreach (var (id, period) in _periods)
            {
                if (id != except && period.From <= day && day < period.To)
                    return id;
            }
            return null;
        }
    }
}
