namespace LabelService.Engine.Naming;

/// <summary>A registered name that gives the surname and initials alone: «Травкин П. И.», «П. Травкин».</summary>
internal sealed record InitialedName(string Surname, char First, char? Second)
{
    /// <summary>Null where words other than one surname and one or two initials stand in the name.</summary>
    public static InitialedName? Of(string name)
    {
        var words = name.Split([' ', '.', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Where(IsInitial).Select(w => w[0]).ToArray();
        var surnames = words.Where(w => !IsInitial(w)).ToArray();
        return name.Contains('.', StringComparison.Ordinal) && letters.Length is 1 or 2 && surnames is [{ Length: > 2 } surname] && surname.All(char.IsLetter)
            ? new InitialedName(surname.ToLowerInvariant(), char.ToLowerInvariant(letters[0]), letters.Length == 2 ? char.ToLowerInvariant(letters[1]) : null)
            : null;
    }

    private static bool IsInitial(string word) => word.Length == 1 && char.IsUpper(word[0]);
}
