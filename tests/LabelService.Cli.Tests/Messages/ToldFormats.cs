using System.Reflection;
using System.Reflection.Emit;
using LabelService.Engine.Model;

namespace LabelService.Cli.Tests.Messages;

/// <summary>
/// Reads out of compiled code every format of which a <see cref="Told"/> is made. The compiler writes each as: the length of its
/// literals, the number of its holes, the constructor, and a call for each literal and hole; the two numbers say where it ends, so
/// formats within formats come apart. A literal is a string that is converted at once.
/// </summary>
internal sealed class ToldFormats
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public HashSet<string> Formats { get; } = new(StringComparer.Ordinal);

    /// <summary>Methods that make a message of a string which is no literal: nothing could find its Russian.</summary>
    public List<string> MadeAtRunTime { get; } = [];

    public static ToldFormats Of(params IEnumerable<Assembly> assemblies)
    {
        var found = new ToldFormats();
        foreach (var method in assemblies.SelectMany(Types).Where(t => t != typeof(Told)).SelectMany(t => t.GetMethods(All).Concat<MethodBase>(t.GetConstructors(All))))
        {
            if (Body(method) is { } code)
            {
                found.Read(method, [.. Instructions(code)]);
            }
        }

        return found;
    }

    /// <summary>What waits on a web host (background services) is not there without one, and tells authors nothing.</summary>
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    private static byte[]? Body(MethodBase method)
    {
        try
        {
            return method.GetMethodBody()?.GetILAsByteArray();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private void Read(MethodBase method, List<Instruction> code)
    {
        var targets = code.SelectMany(i => i.Targets).ToHashSet();
        var open = new Stack<Unfinished>();
        for (var i = 0; i < code.Count; i++)
        {
            if (Called(method, code[i]) is not { } call)
            {
                continue;
            }

            if (call.IsConstructor)
            {
                open.Push(new Unfinished((int)code[i - 2].Number!, (int)code[i - 1].Number!));
            }
            else if (call.Name == "AppendLiteral")
            {
                open.Peek().Literal(Text(method, code[i - 1])!);
            }
            else if (call.Name == "AppendFormatted")
            {
                open.Peek().Hole();
            }
            else if (call.Name == "op_Implicit")
            {
                Literal(method, code[i - 1], targets.Contains(code[i].At));
            }

            while (open.TryPeek(out var format) && format.IsWhole)
            {
                Formats.Add(open.Pop().Format);
            }
        }

        Assert.True(open.Count == 0, $"the formats of {method.DeclaringType}.{method.Name} could not be read");
    }

    private void Literal(MethodBase method, Instruction before, bool isJumpedTo)
    {
        if (isJumpedTo || Text(method, before) is not { } literal)
        {
            MadeAtRunTime.Add($"{method.DeclaringType}.{method.Name}");
            return;
        }

        Formats.Add(Escaped(literal));
    }

    private static string Escaped(string literal) =>
        literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static MethodBase? Called(MethodBase within, Instruction instruction)
    {
        if (instruction.Code.OperandType != OperandType.InlineMethod)
        {
            return null;
        }

        Type[]? ofType = within.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        try
        {
            var called = within.Module.ResolveMethod((int)instruction.Number!, ofType, within.IsGenericMethod ? within.GetGenericArguments() : null);
            return called?.DeclaringType == typeof(Told) ? called : null;
        }
        catch (FileNotFoundException)
        {
            // A call into a web host's library is none of ours.
            return null;
        }
    }

    private static string? Text(MethodBase method, Instruction instruction) =>
        instruction.Code == OpCodes.Ldstr ? method.Module.ResolveString((int)instruction.Number!) : null;

    private static IEnumerable<Instruction> Instructions(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var start = at;
            var opCode = code[at] == 0xFE ? OpCodesByValue[(short)(0xFE00 | code[at + 1])] : OpCodesByValue[code[at]];
            at += opCode.Size;
            var length = opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
            yield return new Instruction(start, opCode, Number(opCode, code, at), Jumps(opCode, code, at, at + length));
            at += length;
        }
    }

    private static long? Number(OpCode code, byte[] bytes, int at) => code.OperandType switch
    {
        OperandType.InlineNone when code.Name!.StartsWith("ldc.i4.", StringComparison.Ordinal) => code.Value - OpCodes.Ldc_I4_0.Value,
        OperandType.ShortInlineI or OperandType.ShortInlineBrTarget => (sbyte)bytes[at],
        OperandType.InlineI or OperandType.InlineMethod or OperandType.InlineString or OperandType.InlineBrTarget => BitConverter.ToInt32(bytes, at),
        _ => null,
    };

    private static int[] Jumps(OpCode code, byte[] bytes, int at, int next) => code.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [next + (sbyte)bytes[at]],
        OperandType.InlineBrTarget => [next + BitConverter.ToInt32(bytes, at)],
        OperandType.InlineSwitch => [.. Enumerable.Range(1, BitConverter.ToInt32(bytes, at)).Select(i => next + BitConverter.ToInt32(bytes, at + (4 * i)))],
        _ => [],
    };

    private sealed record Instruction(int At, OpCode Code, long? Number, int[] Targets);

    private sealed class Unfinished(int letters, int holes)
    {
        private int _letters;
        private int _holes;

        public string Format { get; private set; } = "";
        public bool IsWhole => _letters == letters && _holes == holes;

        public void Literal(string text) => (Format, _letters) = (Format + Escaped(text), _letters + text.Length);

        public void Hole() => Format += $"{{{_holes++}}}";
    }
}
