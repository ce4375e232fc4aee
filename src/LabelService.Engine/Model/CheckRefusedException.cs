namespace LabelService.Engine.Model;

/// <summary>The article cannot be checked, and it is the article's fault: the host answers 400 with this code and path.</summary>
/// <param name="code">A stable code of the contract, such as <c>too-complex</c> or <c>invalid</c>.</param>
/// <param name="path">The JSON path of what is at fault, such as <c>$.article.body</c>.</param>
public sealed class CheckRefusedException(string code, string path, string message) : Exception(message)
{
    public string Code { get; } = code;
    public string Path { get; } = path;
}
