using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>Something wrong in a file of rules: what, where, and what would be right.</summary>
/// <param name="Told">What an author reads, in each language; on the wire it is <see cref="Message"/>.</param>
public sealed record RuleFileError(string File, int Line, int Column, string Code, [property: JsonIgnore] Told Told)
{
    /// <summary>In English.</summary>
    public string Message => Told.ToString();

    /// <summary>The whole line in a language, with place and code.</summary>
    public string In(string? language) => $"{File}:{Line}:{Column}: {Told.In(language)} [{Code}]";

    public override string ToString() => In(null);
}
