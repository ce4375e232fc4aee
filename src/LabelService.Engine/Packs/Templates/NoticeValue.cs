using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace LabelService.Engine.Packs.Templates;

/// <summary>What the values that a notice names have in common: they are there, they write as text, and they are no numbers.</summary>
internal abstract class NoticeValue : FluidValue
{
    public override FluidValues Type => FluidValues.Object;

    public override bool Equals(FluidValue? other) => other is not null && other.ToStringValue() == ToStringValue();

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override object ToObjectValue() => this;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        writer.Write(ToStringValue());
        return default;
    }
}
