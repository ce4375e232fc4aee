using System.Text;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Tests.Storage;

public sealed class PackedJsonTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(6_000)]
    [InlineData(2_000_000)]
    public void Gives_back_what_was_packed(int length)
    {
        var json = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, length / 8 + 1).Select(i => $"{{\"{i}\":1}} ")))[..length];
        var packed = PackedJson.Pack(json);
        Assert.Equal(json, PackedJson.Unpack(packed));
        Assert.True(length < 6_000 || packed.Length < length / 2, $"{length} bytes became {packed.Length}");
    }

    [Fact]
    public void Keeps_as_it_is_what_does_not_become_shorter()
    {
        var noise = new byte[4000];
        new Random(1).NextBytes(noise);
        noise[0] = (byte)'{';
        Assert.Equal(noise, PackedJson.Pack(noise));
        Assert.Equal(noise, PackedJson.Unpack(noise));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(" \n{\"a\": 1}")]
    public void Reads_rows_of_earlier_versions(string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(PackedJson.Unpack(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void Rejects_a_damaged_row()
    {
        var packed = PackedJson.Pack(Encoding.UTF8.GetBytes("{\"a\":\"" + new string('b', 1000) + "\"}"));
        Assert.Throws<InvalidDataException>(() => PackedJson.Unpack(packed[..^3]));
        Assert.Throws<InvalidDataException>(() => PackedJson.Unpack(packed[..3]));
    }
}
