using System.Collections.Immutable;
using System.Text;
using FluentValidation.Results;

namespace LabelService.Workflow.Checks;

/// <summary>Turns what FluentValidation found into a refusal whose paths are the contract's: <c>$.article.authors[0].name</c>.</summary>
internal static class ValidationPaths
{
    public static Refusal Refuse(ValidationResult result) => Refusal.Invalid(result.Errors
        .GroupBy(e => Path(e.PropertyName), StringComparer.Ordinal)
        .ToImmutableSortedDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).Distinct().ToImmutableArray(), StringComparer.Ordinal));

    private static string Path(string property)
    {
        var path = new StringBuilder("$");
        foreach (var name in property.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            // Nullable lists are unwrapped by `.Value`, which is no member of the wire.
            if (name != "Value")
            {
                path.Append('.').Append(char.ToLowerInvariant(name[0])).Append(name, 1, name.Length - 1);
            }
        }

        return path.ToString();
    }
}
