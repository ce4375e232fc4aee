using System.Text.Json;
using LabelService.Engine.Model;

namespace LabelService.Cli.Output;

/// <summary>The answer of the contract, indented.</summary>
internal static class JsonOutput
{
    public static string Write(CheckReport report) => JsonSerializer.Serialize(report, ContractJson.Readable);
}
