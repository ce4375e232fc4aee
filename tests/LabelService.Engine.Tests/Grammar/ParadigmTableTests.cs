using LabelService.Engine.Grammar;

namespace LabelService.Engine.Tests.Grammar;

public class ParadigmTableTests
{
    [Fact]
    public void Keeps_the_order_of_rows_when_several_fit()
    {
        var table = new ParadigmTable("""
            # a comment
            m =пав-ел ла лу ла лом ле
            m [лн]-ел еля елю еля елем еле
            x -о ~
            """);

        Assert.Equal(["павлом"], table.Find("павел", NounClass.Masculine)!.Forms("павел", GrammaticalCase.Instrumental));
        Assert.Equal(["нелю"], table.Find("нел", NounClass.Any)!.Forms("нел", GrammaticalCase.Dative));
        Assert.Equal(["село"], table.Find("село", NounClass.Feminine)!.Forms("село", GrammaticalCase.Dative));
        Assert.Null(table.Find("рел", NounClass.Masculine));
        Assert.Null(table.Find("нел", NounClass.Feminine));
    }

    [Theory]
    [InlineData("m -ов а у")]
    [InlineData("z -ов а у а ым е")]
    [InlineData("m ов а у а ым е")]
    public void Rejects_a_row_it_cannot_read(string row) => Assert.Throws<FormatException>(() => new ParadigmTable(row));
}
