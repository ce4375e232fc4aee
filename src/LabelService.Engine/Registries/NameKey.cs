using System.Text;

namespace LabelService.Engine.Registries;

/// <summary>A name as it is compared: no case, no quotes, dashes or spaces of any kind, ё as е.</summary>
public static class NameKey
{
    /// <returns>The words of the name in lower case, with one space between them.</returns>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter) is 'ё' ? 'е' : char.ToLowerInvariant(letter));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }
}
