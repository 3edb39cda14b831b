using CsCheck;
using Ptce.Grid.Canonical;
using Ptce.Survey.Answers;
using Ptce.Survey.Campaigns;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Tests.Answers;

/// <summary>
/// Three devices edit the same answers, offline for a while, with queues that are sent again when the answer got lost. After everything has arrived they show the same
/// values; every value that lost is in a conflict or in the history; after signing, late changes are refused and stay on the device.
/// </summary>
public class OfflineDevicesTests
{
    private static readonly string[] Items = ["G1", "G2", "G7"];

    private static readonly Gen<(int Device, int Kind, int Item, int Value)[]> Histories =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 4]).Array[0, 60];

    [Fact]
    public void All_devices_end_with_the_same_values_and_nothing_typed_is_lost() => Histories.Sample(steps =>
    {
        var server = new Server();
        Device[] devices = [new("a"), new("b"), new("c")];
        foreach (var (device, kind, item, value) in steps)
        {
            switch (kind)
            {
                case <= 5:
                    devices[device].Type(Items[item], $"v{value}");
                    break;
                case 6:
                    devices[device].Send(server, answerIsLost: true);
                    break;
                case 7:
                    devices[device].Pull(server);
                    break;
                case 8:
                    server.SettleOne(keepSent: value % 2 == 0);
                    break;
                default:
                    devices[device].Send(server, answerIsLost: false);
                    break;
            }
        }
        foreach (var device in devices)
            device.Send(server, answerIsLost: false);
        foreach (var device in devices)
            device.Pull(server);

        var shown = devices.Select(d => string.Join(' ', Items.Select(d.Shown))).Distinct().ToList();
        Assert.Single(shown);
        foreach (var (id, value) in devices.SelectMany(d => d.Typed))
        {
            var kept = server.History.Any(e => e.Change == id && e.Content.Value?.AsText == value);
            Assert.True(kept, $"{value} of change {id} is nowhere");
        }
        // A conflict that is open holds a value that is not the one shown.
        Assert.All(server.Sheet.Cells.SelectMany(c => c.Conflicts), lost => Assert.Contains(devices.SelectMany(d => d.Typed), t => t.Id == lost.Id));
    }, iter: 3000);

    [Fact]
    public void After_signing_late_changes_are_refused_and_stay_on_the_device() => Histories.Sample(steps =>
    {
        var server = new Server();
        Device[] devices = [new("a"), new("b"), new("c")];
        foreach (var (device, kind, item, value) in steps)
        {
            if (kind <= 6)
                devices[device].Type(Items[item], $"v{value}");
            else
                devices[device].Send(server, answerIsLost: kind == 7);
        }
        server.Signed = true;
        var signed = server.Sheet.ToJson();
        foreach (var device in devices)
        {
            var waiting = device.Waiting.ToList();
            device.Send(server, answerIsLost: false);
            // What had arrived before the signature is known as stored; the rest is refused and kept.
            Assert.All(device.Waiting, id => Assert.Contains(id, waiting));
            Assert.All(waiting.Except(device.Waiting), id => Assert.Contains(server.History, e => e.Change == id));
            Assert.All(device.Waiting, id => Assert.DoesNotContain(server.History, e => e.Change == id));
        }
        Assert.Equal(signed, server.Sheet.ToJson());
    }, iter: 1000);

    /// <summary>The server's side of <c>PUT …/answers</c>, written and read back after every batch.</summary>
    private sealed class Server
    {
        public List<AnswerEntry> History { get; } = [];

        public SheetContent Sheet { get; private set; } = SheetContent.Empty;

        public bool Signed { get; set; }

        public List<ChangeResult> Take(IEnumerable<SheetChange> queue)
        {
            var results = new List<ChangeResult>();
            foreach (var change in queue)
            {
                var past = Sheet.NeedsHistory(change) ? History.Concat(Sheet.Entries).Select(e => e.Change).ToHashSet() : null;
                results.Add(Sheet.Repeated(change, past)
                    ?? (SectionTransitions.Refusal(SectionAct.Fill, CampaignState.Open, Signed, false, SectionState.ToFill) is { } refused
                        ? ChangeResult.Refused(change.Id, AnswerProblems.Refused(refused))
                        : Sheet.Apply(change, "device", DateTime.UnixEpoch, past)));
            }
            Commit();
            return results;
        }

        public void SettleOne(bool keepSent)
        {
            if (Sheet.Cells.SelectMany(c => c.Conflicts).FirstOrDefault() is not { } lost)
                return;
            Sheet.Choose(lost.Id, keepSent, "leader", DateTime.UnixEpoch);
            Commit();
        }

        private void Commit()
        {
            History.AddRange(Sheet.Entries);
            Sheet = SheetContent.Parse(Sheet.ToJson());
        }
    }

    /// <summary>A device: what it shows, what it has typed and not yet seen stored.</summary>
    private sealed class Device(string name)
    {
        private readonly Dictionary<string, (int Revision, string Value)> known = [];
        private readonly List<SheetChange> queue = [];
        private int typed;

        public List<(Guid Id, string Value)> Typed { get; } = [];

        public IEnumerable<Guid> Waiting => queue.Select(c => c.Id);

        public void Type(string item, string value)
        {
            value = $"{name}{typed++}-{value}";
            var earlier = queue.LastOrDefault(c => c.Item == item);
            var change = new SheetChange(Guid.NewGuid(), item, null, null, known.GetValueOrDefault(item).Revision, earlier?.Id,
                new AnswerContent { State = AnswerStates.Answered, Value = CopyValue.Text(value) });
            queue.Add(change);
            Typed.Add((change.Id, value));
        }

        public void Send(Server server, bool answerIsLost)
        {
            var results = server.Take(queue);
            if (answerIsLost)
                return;
            var refused = results.Where(r => r.Outcome == "refused").Select(r => r.Id).ToHashSet();
            queue.RemoveAll(c => !refused.Contains(c.Id));
            Pull(server);
        }

        public void Pull(Server server)
        {
            foreach (var cell in server.Sheet.Cells)
                known[cell.Item] = (cell.Revision, cell.Content.Value?.AsText ?? "");
        }

        public string Shown(string item) => queue.LastOrDefault(c => c.Item == item)?.Content.Value?.AsText ?? known.GetValueOrDefault(item).Value ?? "";
    }
}
