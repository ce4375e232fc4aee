using LabelService.Workflow.Reviews;

namespace LabelService.Workflow.Tests.Teaching;

public sealed class TeachingSettingsTests
{
    [Fact]
    public void Says_what_would_be_right()
    {
        Assert.Null(new ReviewOptions().Fault());
        Assert.Equal("Reviews__TeachingDays is 0; it must be from 1 to 730 days.", new ReviewOptions { TeachingDays = 0 }.Fault());
        Assert.Equal("Reviews__BrakeAfter is -1; it must be from 1 to 100000 decisions.", new ReviewOptions { BrakeAfter = -1 }.Fault());
    }
}
