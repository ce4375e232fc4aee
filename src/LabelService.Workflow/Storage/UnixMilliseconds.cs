using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LabelService.Workflow.Storage;

/// <summary>Times as numbers: SQLite has no type for them, and text with an offset cannot be compared.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
