using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LabelService.Workflow.Archive.Sources;

/// <summary>
/// A folder of texts: <c>.txt</c>, <c>.html</c>, <c>.md</c>, each an article, folder by folder in the order of names. What is known of one stands before its text
/// between lines of three hyphens (YAML), or beside it in a file of the same name with <c>.json</c> behind it.
/// </summary>
internal sealed class FolderSource : IRecordSource
{
    private const long LargestFile = 16 << 20;
    private const string Fence = "---";
    private readonly DirectoryInfo _folder;
    private readonly string _stamp;

    public FolderSource(string folder)
    {
        _folder = new DirectoryInfo(Path.GetFullPath(folder));
        using var names = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long count = 0;
        foreach (var file in Walk(_folder))
        {
            names.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            count++;
        }

        (_stamp, End) = (Convert.ToHexStringLower(names.GetHashAndReset().AsSpan(0, 16)), count);
    }

    public long? End { get; }

    /// <summary>A file that comes or goes moves all behind it.</summary>
    public string StampAt(long position) => _stamp;

    public IEnumerable<RawRecord> Read(long position)
    {
        long number = 0;
        foreach (var file in Walk(_folder))
        {
            if (++number > position)
            {
                yield return Of(file, number);
            }
        }
    }

    /// <summary>One folder after another, so that never all paths of an archive are in memory. Links to folders may lead round in a circle.</summary>
    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.GetFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                foreach (var file in Walk(inner))
                {
                    yield return file;
                }
            }
            else if (entry is FileInfo && FormatOf(entry.Name) is not null)
            {
                yield return entry.FullName;
            }
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
        var path = Path.GetRelativePath(_folder.FullName, file).Replace('\\', '/');
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
