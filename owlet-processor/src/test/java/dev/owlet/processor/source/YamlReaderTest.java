package dev.owlet.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {
    @Test
    void keepsPlacesAndTrailingComments() {
        MapNode root = read("""
                # above
                a: one two   # first
                b:           # of b
                  c: 'x # y' # second
                  d: "q"#no
                e: [1, 2]    # third
                f: {g: 1,    # fourth
                    h: 2}    # fifth
                i: "#"
                """.replace("\"q\"#no", "\"q\" #yes"));
        assertThat(root.get("a").orElseThrow().at()).isEqualTo(new Position(2, 4));
        assertThat(comments(root)).containsExactly("first", "of b", "third", "fifth", "");
        MapNode b = (MapNode) root.get("b").orElseThrow();
        assertThat(comments(b)).containsExactly("second", "yes");
        assertThat(comments((MapNode) root.get("f").orElseThrow())).containsExactly("fourth", "");
    }

    @Test
    void countsColumnsInCodePoints() {
        MapNode root = read("\"𝄞é\": \"𝄞 x\"\n");
        ScalarNode value = (ScalarNode) root.get("𝄞é").orElseThrow();
        assertThat(value.at()).isEqualTo(new Position(1, 7));
        assertThat(value.at(value.text().indexOf('x'))).isEqualTo(new Position(1, 10));
    }

    @Test
    void placesInsideEscapedOrFoldedTextAreThoseOfTheWhole() {
        MapNode root = read("a: \"\\u0041 b\"\nc: one\n  two\nd: |\n  text\n");
        for (MapNode.Entry entry : root.entries()) {
            ScalarNode value = (ScalarNode) entry.value();
            assertThat(value.verbatim()).as(entry.key().text()).isFalse();
            assertThat(value.at(3)).isEqualTo(value.at());
        }
    }

    @Test
    void knowsNothingFromQuotedNothing() {
        MapNode root = read("a:\nb: ~\nc: null\nd: \"\"\ne: 'null'\n");
        assertThat(root.entries())
                .extracting(e -> ((ScalarNode) e.value()).isNull())
                .containsExactly(true, true, true, false, false);
    }

    @Test
    void reportsAllThatItRefusesAtOnce() {
        Problems problems = new Problems();
        assertThat(YamlReader.read(new SourceText("m", "a: &x 1\nb: *x\na: !!int 2\n? [k]\n: v\n"), problems))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::code)
                .containsExactly(
                        ProblemCode.ANCHOR,
                        ProblemCode.ALIAS,
                        ProblemCode.DUPLICATE_KEY,
                        ProblemCode.TAG,
                        ProblemCode.SYNTAX);
    }

    private static MapNode read(String text) {
        Problems problems = new Problems();
        return (MapNode) YamlReader.read(new SourceText("m", text), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    private static List<String> comments(MapNode map) {
        return map.entries().stream().map(MapNode.Entry::comment).toList();
    }
}
