namespace LabelService.Workflow.Evaluation;

/// <summary>What was right, wrong and missed in a group of texts.</summary>
/// <param name="Texts">All texts of the group.</param>
/// <param name="Accusing">Texts with a false find.</param>
internal readonly record struct Tally(int Right, int Wrong, int Missed, int Texts, int Accusing)
{
    public double Precision => Share(Right, Right + Wrong);

    public double Recall => Share(Right, Right + Missed);

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Whether there is nothing to find, so that each find is false.</summary>
    public bool IsNegative => Right + Missed == 0;

    public double AccusingShare => Share(Accusing, Texts);

    public static Tally operator +(Tally one, Tally other) => new(
        one.Right + other.Right, one.Wrong + other.Wrong, one.Missed + other.Missed, one.Texts + other.Texts, one.Accusing + other.Accusing);

    private static double Share(int part, int whole) => whole > 0 ? (double)part / whole : 0;
}

/// <summary>How many of some were right.</summary>
internal readonly record struct Hits(int Right, int All)
{
    public double Share => All > 0 ? (double)Right / All : 0;

    public static Hits operator +(Hits one, Hits other) => new(one.Right + other.Right, one.All + other.All);

    public static Hits Of(bool right) => new(right ? 1 : 0, 1);
}
