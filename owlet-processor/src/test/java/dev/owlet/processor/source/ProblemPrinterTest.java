package dev.owlet.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProblemPrinterTest {
    private static Problem at(int line, int column) {
        return new Problem(new Position(line, column), ProblemCode.SYNTAX, "Wrong", "Do this");
    }

    @Test
    void printsPlaceExcerptCaretAndCure() {
        ProblemPrinter printer = new ProblemPrinter(new SourceText("data_model.yml", "a: 1\nb:\té wrong\n"));
        assertThat(printer.print(at(2, 6))).isEqualTo("""
                data_model.yml:[2,6] OW001 Wrong
                  | b: é wrong
                  |      ^
                    Do this
                """);
        assertThat(ProblemPrinter.line("data_model.yml", at(2, 6)))
                .isEqualTo("data_model.yml:[2,6] OW001 Wrong. Do this");
    }

    @Test
    void cutsLongLinesAroundThePlace() {
        ProblemPrinter printer = new ProblemPrinter(new SourceText("m", "x".repeat(500) + "!" + "y".repeat(500)));
        String[] lines = printer.print(at(1, 501)).split("\n", -1);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('!');
        assertThat(lines[1]).hasSizeLessThan(170);
    }

    @Test
    void placesOutsideTheFileHaveNoExcerpt() {
        ProblemPrinter printer = new ProblemPrinter(new SourceText("m", ""));
        assertThat(printer.print(at(7, 3))).isEqualTo("m:[7,3] OW001 Wrong\n    Do this\n");
    }
}
