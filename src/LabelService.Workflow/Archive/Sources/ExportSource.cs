using System.Globalization;
using System.Xml;

namespace LabelService.Workflow.Archive.Sources;

/// <summary>An export of WordPress (WXR, its own extension of RSS). Positions are numbers of items; the file is read as a stream, item by item.</summary>
internal sealed class ExportSource(string file) : IRecordSource
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, CloseInput = true };

    private readonly string _stamp = string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(file).Length} {new FileInfo(file).LastWriteTimeUtc.Ticks}");

    /// <summary>An export is written once.</summary>
    public string StampAt(long position) => _stamp;

    /// <summary>Known only at the end.</summary>
    public long? End => null;

    public IEnumerable<RawRecord> Read(long position)
    {
        using var reader = XmlReader.Create(File.OpenRead(file), Settings);
        var blog = new ExportBlog();
        long number = 0;
        while (Step(reader))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName != "item")
            {
                blog.Read(reader);
            }
            else if (++number <= position)
            {
                Skip(reader);
            }
            else
            {
                yield return Item(reader, number).ToRecord(blog, number);
            }
        }
    }

    private static bool Step(XmlReader reader) => Held(reader.Read);

    /// <summary>The reader stands on the end of the item then.</summary>
    private static void Skip(XmlReader reader)
    {
        using var item = reader.ReadSubtree();
        while (Held(item.Read))
        {
        }
    }

    private static ExportItem Item(XmlReader reader, long number)
    {
        using var subtree = reader.ReadSubtree();
        var item = new ExportItem();
        Held(() =>
        {
            item.Read(subtree);
            return true;
        });
        return item;
    }

    private static bool Held(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException($"the export is broken: {broken.Message}", broken);
        }
    }
}
