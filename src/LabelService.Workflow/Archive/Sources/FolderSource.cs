using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LabelService.Workflow.Archive.Sources;

/// <summary>
/// A folder of texts: <c>.txt</c>, <c>.html</c>, <c>.md</c>, each an article, in the order of their paths. What is known of one stands before its text
/// between lines of three hyphens (YAML), or beside it in a file of the same name with <c>.json</c> behind it.
/// </summary>
internal sealed class FolderSource : IRecordSource
{
    private const long LargestFile = 16 << 20;
    private const string Fence = "---";
    private readonly string _folder;
    private readonly string[] _files;

    public FolderSource(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _files = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(f => FormatOf(f) is not null).Order(StringComparer.Ordinal)];
        Stamp = _files.Length.ToString(CultureInfo.InvariantCulture);
    }

    public string Stamp { get; }

    public long? End => _files.Length;

    public IEnumerable<RawRecord> Read(long position)
    {
        for (var number = position; number < _files.Length; number++)
        {
            yield return Of(_files[number], number + 1);
        }
    }

    private static ArticleFormat? FormatOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".txt" => ArticleFormat.Text,
        ".html" or ".htm" => ArticleFormat.Html,
        ".md" or ".markdown" => ArticleFormat.Markdown,
        _ => null,
    };

    private RawRecord Of(string file, long next)
    {
        var path = Path.GetRelativePath(_folder, file).Replace('\\', '/');
        try
        {
            if (new FileInfo(file).Length > LargestFile)
            {
                return new RawRecord(path, next) { Fault = $"the file has more than {LargestFile >> 20} MiB" };
            }

            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            var (front, body) = Cut(text);
            var fields = File.Exists(file + ".json") ? FileFields.OfJson(File.ReadAllBytes(file + ".json")) : FileFields.OfYaml(front);
            return new RawRecord(path, next) { Json = fields.ToJson(body, FormatOf(file)!.Value, "file:" + path) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException or YamlException or JsonException or InvalidDataException)
        {
            return new RawRecord(path, next) { Fault = error is DecoderFallbackException ? "the file is not UTF-8" : error.Message };
        }
    }

    private static (string? Front, string Body) Cut(string text)
    {
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal) || text.IndexOf($"\n{Fence}\n", StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return (null, text);
        }

        return (text[(Fence.Length + 1)..(end + 1)], text[(end + Fence.Length + 2)..].TrimStart('\n'));
    }
}

/// <summary>What is known of a text in a file: members of the contract's article, and some names that generators of static sites use.</summary>
internal sealed class FileFields
{
    private readonly JsonObject _article = [];

    public static FileFields OfJson(byte[] json)
    {
        var fields = new FileFields();
        if (JsonNode.Parse(json) is not JsonObject members)
        {
            throw new InvalidDataException("the JSON beside it is no object");
        }

        foreach (var (name, value) in members)
        {
            fields._article[name] = value?.DeepClone();
        }

        return fields;
    }

    public static FileFields OfYaml(string? yaml)
    {
        var fields = new FileFields();
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml ?? ""));
        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode map)
        {
            return fields;
        }

        foreach (var (key, value) in map.Children)
        {
            fields.Add(((YamlScalarNode)key).Value ?? "", value);
        }

        return fields;
    }

    public byte[] ToJson(string body, ArticleFormat format, string id)
    {
        _article["body"] = body;
        _article["format"] ??= Kebab<ArticleFormat>.Word(format);
        _article["externalId"] ??= id;
        return Encoding.UTF8.GetBytes(_article.ToJsonString());
    }

    private void Add(string name, YamlNode value)
    {
        string[] texts = value is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")] : value is YamlScalarNode { Value: { Length: > 0 } text } ? [text] : [];
        if (texts.Length == 0)
        {
            return;
        }

        switch (name)
        {
            case "title" or "lead" or "url" or "language" or "kind" or "section" or "externalId" or "publishedAt":
                _article[name] = texts[0];
                break;
            case "date":
                _article["publishedAt"] = texts[0].Length > 10 && texts[0][10] == ' ' ? texts[0][..10] : texts[0];
                break;
            case "author" or "authors":
                _article["authors"] = new JsonArray([.. texts.Select(t => new JsonObject { ["name"] = t })]);
                break;
            case "source":
                _article["source"] = new JsonObject { ["name"] = texts[0] };
                break;
            case "tags":
                _article["tags"] = new JsonArray([.. texts.Select(t => (JsonNode)t)]);
                break;
            case "category" or "categories":
                _article["section"] = texts[0];
                break;
        }
    }
}
