using System.Globalization;
using System.Text;
using LabelService.Web.Operations;
using Serilog;
using Serilog.Formatting.Display;

namespace LabelService.Web.Tests.Operations;

/// <summary>The log on a console that is a file or a pipe.</summary>
public sealed class ConsoleLinesTests
{
    [Fact]
    public void Writes_every_line_in_order_before_it_ends()
    {
        const int Lines = 5000;
        var console = new MemoryStream();
        using (var log = Log(console))
        {
            for (var i = 0; i < Lines; i++)
            {
                log.Information("Line {Number}", i);
            }
        }

        var written = Encoding.UTF8.GetString(console.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, Lines).Select(i => $"Line {i}"), written);
    }

    [Fact]
    public void Keeps_the_service_alive_when_the_reader_of_the_log_has_gone()
    {
        using var log = Log(new BrokenPipe());

        log.Information("Nobody reads this");
    }

    private static Serilog.Core.Logger Log(Stream console) => new LoggerConfiguration()
        .WriteTo.Sink(new ConsoleLines(new MessageTemplateTextFormatter("{Message:lj}\n", CultureInfo.InvariantCulture), console))
        .CreateLogger();

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}
