using System.Text.Json;
using LabelService.BareMvc;
using LabelService.Engine.Model;

// What the service is measured against: MVC that binds the same request and returns an equal answer, and does nothing else.
// Usage: LabelService.BareMvc ANSWER.json --urls URL
var answer = JsonSerializer.Deserialize<CheckReport>(File.ReadAllBytes(args[0]), ContractJson.Wire)
    ?? throw new InvalidDataException($"{args[0]} holds no answer of the service");
var builder = WebApplication.CreateBuilder(args[1..]);
builder.Logging.ClearProviders();
builder.Services.AddSingleton(answer);
builder.Services.AddControllers().AddJsonOptions(options =>
{
    options.JsonSerializerOptions.TypeInfoResolver = ContractJson.Wire.TypeInfoResolver;
    options.JsonSerializerOptions.Encoder = ContractJson.Wire.Encoder;
    options.JsonSerializerOptions.MaxDepth = ContractJson.MaxDepth;
});
var app = builder.Build();
app.MapControllers();
app.MapGet("/health/live", () => Results.Ok());
app.Run();
