package dev.owlet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.model.Expr;
import dev.owlet.processor.source.Problem;
import dev.owlet.processor.source.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents of the language are complete, and their examples are what they say. */
final class DocsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern BLOCK = Pattern.compile("```yaml ?(\\w*)\n(.*?)\n```", Pattern.DOTALL);
    private static final String FIELDS = "id: int\nname: text\nday: date\nextra: json\n";

    @Test
    void everyProblemIsExplained() throws IOException {
        List<String> headings = Files.readAllLines(DOCS.resolve("problems.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }

    @Test
    void everyExampleOfAProblemHasThatProblem() throws IOException {
        int examples = 0;
        for (String section : Files.readString(DOCS.resolve("problems.md")).split("\n## ")) {
            Matcher block = BLOCK.matcher(section);
            while (block.find()) {
                String model = model(block.group(1), block.group(2));
                assertThat(OwletCompiler.check(model, "m").problems())
                        .as(model)
                        .extracting(Problem::code)
                        .extracting(ProblemCode::code)
                        .contains(section.substring(0, 5));
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(45);
    }

    @Test
    void everyExampleOfTheLanguageCompiles() throws IOException {
        List<String> models = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCS.resolve("language.md")));
        while (block.find()) {
            models.add(model(block.group(1), block.group(2)));
        }
        assertThat(models)
                .hasSizeGreaterThan(7)
                .allSatisfy(model -> assertThat(Cases.print(model, OwletCompiler.check(model, "m")))
                        .as(model)
                        .isEmpty());
    }

    @Test
    void everyFunctionIsDocumented() throws IOException {
        String text = Files.readString(DOCS.resolve("language.md"));
        for (Expr.Function function : Expr.Function.values()) {
            assertThat(text).contains("`" + function.name().toLowerCase(Locale.ROOT) + "(");
        }
    }

    /** An example in the surroundings that its mark names. */
    private static String model(String mark, String example) {
        String head = "owlet: 1\nproject: example\n";
        String thing = "  Thing:\n    key: id\n";
        return switch (mark) {
            case "field" -> head + "concepts:\n" + thing + "    fields:\n" + indent(FIELDS + example, 6);
            case "concept" -> head + "concepts:\n" + thing + indent(example, 4) + "    fields:\n" + indent(FIELDS, 6);
            case "model" ->
                example.contains("concepts:")
                        ? head + example + "\n"
                        : head + example + "\nconcepts:\n" + thing + "    fields: {id: int}\n";
            default -> example + "\n";
        };
    }

    private static String indent(String text, int spaces) {
        return text.lines().map(line -> " ".repeat(spaces) + line + "\n").collect(Collectors.joining());
    }
}
