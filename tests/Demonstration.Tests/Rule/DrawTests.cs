using Ptce.Demonstration.Rule;

namespace Ptce.Demonstration.Tests.Rule;

public sealed class DrawTests
{
    [Fact]
    public void A_draw_is_the_first_eight_bytes_of_SHA_256_of_its_path()
    {
        // printf 'ptce-2015/a/b' | sha256sum
        Assert.Equal(DrawVector, Draw.Of("a", "b").Number);
        Assert.Equal(DrawVector, Draw.Of("a").And("b").Number);
    }

    [Fact]
    public void Both_bounds_are_drawn()
    {
        var drawn = Enumerable.Range(0, 200).Select(i => Draw.Of("bounds").And(i).Between(3, 5)).ToHashSet();

        Assert.Equal([3, 4, 5], drawn.Order());
    }

    [Fact]
    public void An_id_is_a_UUID_of_version_8()
    {
        var id = Draw.Of("id").Id().ToString();

        Assert.Equal('8', id[14]);
        Assert.Contains(id[19], "89ab");
    }

    [Fact]
    public void Parts_add_up_and_stay_inside_their_bounds()
    {
        var parts = Shares.Fit(100, [(1, 10), (5, 60), (0, 50)], [90, 5, 5]);

        Assert.Equal(100, parts.Sum());
        Assert.True(parts[0] is >= 1 and <= 10 && parts[1] is >= 5 and <= 60 && parts[2] is >= 0 and <= 50);
        Assert.Equal([34, 33, 33], Shares.Divide(100, [1, 1, 1]));
    }

    [Fact]
    public void A_whole_outside_the_bounds_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Shares.Fit(5, [(3, 4), (3, 4)], [1, 1]));
        Assert.Throws<InvalidOperationException>(() => Shares.Fit(9, [(3, 4), (3, 4)], [1, 1]));
    }

    private const ulong DrawVector = 0x3ae446d4ebe7ef56;
}
