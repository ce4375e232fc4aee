using LabelService.Engine.Model;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.BareMvc;

[ApiController]
public sealed class ChecksController(CheckReport answer) : ControllerBase
{
    [HttpPost("/v1/checks")]
    public ActionResult<CheckReport> Check(CheckRequest request) => request.Article.Body.Length > 0 ? answer : BadRequest();
}
