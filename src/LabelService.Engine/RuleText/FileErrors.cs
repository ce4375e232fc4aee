using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.RuleText;

/// <summary>Collects everything that is wrong in one file or pack, so that an author sees it at once.</summary>
internal sealed class FileErrors
{
    /// <summary>Beyond this many in one pack or registry the rest is only counted.</summary>
    public const int Most = 200;

    private readonly List<RuleFileError> _errors = [];
    private readonly List<RuleFileError> _warnings = [];
    private int _leftOut;

    public bool Any => _errors.Count > 0;

    public ImmutableArray<RuleFileError> Errors => _leftOut == 0
        ? [.. _errors]
        : [.. _errors, _errors[^1] with { Code = "too-many", Told = $"{_leftOut} further errors are not shown" }];

    public ImmutableArray<RuleFileError> Warnings => [.. _warnings];

    public void Add(Position at, string code, Told message) => Add(new RuleFileError(at.File, at.Line, at.Column, code, message));

    public void Add(RuleFileError error)
    {
        if (_errors.Count == Most)
        {
            _leftOut++;
            return;
        }

        _errors.Add(error);
    }

    public void Warn(Position at, string code, Told message)
    {
        if (_warnings.Count < Most)
        {
            _warnings.Add(new RuleFileError(at.File, at.Line, at.Column, code, message));
        }
    }
}
