using System.Text;

namespace LabelService.Engine.RuleText;

/// <summary>What a node says, wherever it stands and however it is laid out: two nodes with one text mean the same.</summary>
internal static class NodeText
{
    /// <param name="but">Keys of the node itself that are left out.</param>
    public static string Of(Node node, params ReadOnlySpan<string> but)
    {
        var text = new StringBuilder();
        if (node is MapNode map)
        {
            foreach (var entry in map.Entries)
            {
                if (!but.Contains(entry.Key.Value))
                {
                    Add(entry.Key, text);
                    Add(entry.Value, text);
                }
            }
        }
        else
        {
            Add(node, text);
        }

        return text.ToString();
    }

    /// <summary>Each with its length in front, so that no two nodes run into one text.</summary>
    private static void Add(Node node, StringBuilder text)
    {
        switch (node)
        {
            case TextNode scalar:
                text.Append(scalar.IsEmpty ? '-' : '=').Append(scalar.Value.Length).Append(':').Append(scalar.Value);
                break;
            case ListNode list:
                text.Append('[').Append(list.Items.Length).Append(':');
                foreach (var item in list.Items)
                {
                    Add(item, text);
                }

                break;
            case MapNode map:
                text.Append('{').Append(map.Entries.Length).Append(':');
                foreach (var entry in map.Entries)
                {
                    Add(entry.Key, text);
                    Add(entry.Value, text);
                }

                break;
        }
    }
}
