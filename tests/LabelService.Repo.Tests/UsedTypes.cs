using System.Reflection;
using System.Reflection.Emit;

namespace LabelService.Repo.Tests;

/// <summary>Which types a type uses, read from its signatures and from the instructions of its methods.</summary>
internal static class UsedTypes
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The types that <paramref name="type"/> names, and the methods that it calls.</summary>
    public static IEnumerable<MemberInfo> Of(Type type) =>
        Signatures(type).SelectMany(Flatten).Concat(Methods(type).SelectMany(Instructions)).Distinct();

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything));

    private static IEnumerable<Type> Signatures(Type type)
    {
        IEnumerable<Type?> types =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Everything).Select(field => field.FieldType),
            .. type.GetMethods(Everything).Select(method => method.ReturnType),
            .. Methods(type).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
            .. Methods(type).SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType),
        ];
        return types.OfType<Type>();
    }

    private static IEnumerable<Type> Flatten(Type type)
    {
        if (type.HasElementType)
            return Flatten(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Flatten).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static IEnumerable<MemberInfo> Instructions(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        for (var at = 0; at < code.Length;)
        {
            var isLong = code[at] == 0xFE;
            var instruction = OpCodesByValue[isLong ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += isLong ? 2 : 1;
            if (instruction.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                foreach (var member in Resolve(method, BitConverter.ToInt32(code, at)))
                    yield return member;
            at += Length(instruction.OperandType, code, at);
        }
    }

    private static IEnumerable<MemberInfo> Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, ofMethod);
        return member switch
        {
            Type type => Flatten(type),
            null => [],
            MethodInfo { IsGenericMethod: true } called => [called, .. called.GetGenericArguments().SelectMany(Flatten), .. Flatten(called.DeclaringType!)],
            _ => [member, .. Flatten(member.DeclaringType!)],
        };
    }

    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
