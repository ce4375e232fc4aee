using System.Text;
using System.Text.Json;

namespace LabelService.Workflow.Checks;

/// <summary>Where a reader stands, as a JSON path such as <c>$.article.authors[0].name</c>.</summary>
internal sealed class JsonPathTracker
{
    private readonly Stack<Frame> _frames = new();

    /// <summary>How many objects and arrays are open.</summary>
    public int Depth => _frames.Count;

    /// <summary>To be called after each read.</summary>
    public void Follow(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _frames.Peek().Name = NameOf(ref reader);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                CountItem();
                _frames.Push(new Frame { IsArray = reader.TokenType == JsonTokenType.StartArray });
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _frames.Pop();
                break;
            default:
                CountItem();
                break;
        }
    }

    public override string ToString()
    {
        var path = new StringBuilder("$");
        foreach (var frame in _frames.Reverse())
        {
            if (frame.IsArray)
            {
                path.Append('[').Append(Math.Max(frame.Index, 0)).Append(']');
            }
            else if (frame.Name is { } name)
            {
                path.Append('.').Append(name);
            }
        }

        return path.ToString();
    }

    private void CountItem()
    {
        if (_frames.TryPeek(out var frame) && frame.IsArray)
        {
            frame.Index++;
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            // The name is shown to the sender; what cannot be printed would spoil the answer.
            var name = reader.GetString()!.Replace('\0', '\uFFFD');
            return name.Length <= 60 ? name : string.Concat(name.AsSpan(0, 60), "…");
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private sealed class Frame
    {
        public bool IsArray { get; init; }
        public int Index { get; set; } = -1;
        public string? Name { get; set; }
    }
}
