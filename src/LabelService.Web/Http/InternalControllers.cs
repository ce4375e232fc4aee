using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace LabelService.Web.Http;

/// <summary>Lets controllers be internal, as everything here is that nobody references.</summary>
internal sealed class InternalControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) =>
        typeInfo is { IsAbstract: false, IsGenericTypeDefinition: false }
        && typeInfo.IsAssignableTo(typeof(ControllerBase))
        && typeInfo.Assembly == typeof(InternalControllers).Assembly;
}
