package dev.owlet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.Target;
import dev.owlet.processor.source.Problem;
import dev.owlet.processor.source.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Models too large or too strange to keep as files: a problem comes back, and soon. */
final class HostileModelTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String HEAD = "owlet: 1\nproject: hostile\nconcepts:\n";

    @Test
    void tenThousandFieldsAreOneProblem() {
        String fields = IntStream.range(0, 10_000)
                .mapToObj(i -> "      field_" + i + ": text(1..20) search\n")
                .collect(Collectors.joining());
        assertThat(problems(HEAD + "  Wide:\n    key: field_0\n    fields:\n" + fields))
                .extracting(Problem::message)
                .containsExactly("Wide has 10000 fields; 250 are possible");
    }

    @Test
    void tenThousandFaultsAreCutOff() {
        String fields = IntStream.range(0, 10_000)
                .mapToObj(i -> "      field_" + i + ": txt\n")
                .collect(Collectors.joining());
        String concepts = IntStream.range(0, 200)
                .mapToObj(i -> "  C" + i + ":\n    key: nope\n    fields: {id: txt}\n")
                .collect(Collectors.joining());
        assertThat(problems(HEAD + concepts)).hasSize(101).last().satisfies(p -> {
            assertThat(p.code()).isEqualTo(ProblemCode.TOO_MANY_PROBLEMS);
            assertThat(p.message()).isEqualTo("300 more problems are not shown");
        });
        assertThat(problems(HEAD + "  Wide:\n    key: id\n    fields:\n" + fields))
                .hasSize(1);
    }

    @Test
    void tooManyConceptsAreOneProblem() {
        String concepts = IntStream.range(0, 1_001)
                .mapToObj(i -> "  Concept" + i + ": {key: id, fields: {id: int}}\n")
                .collect(Collectors.joining());
        assertThat(problems(HEAD + concepts)).extracting(Problem::code).containsExactly(ProblemCode.MODEL_TOO_LARGE);
    }

    /** A reference has the type of the key that it names, and a required long takes two slots of the constructor. */
    @Test
    void tooManyReferencesToALongAreOneProblem() {
        String counted = "  Counted: {key: id, fields: {id: long}}\n";
        String optional = HEAD + counted + "  Wide:\n    key: id\n    fields:\n      id: int\n";
        String fields = IntStream.range(0, 130)
                .mapToObj(i -> "      r" + i + ": -> Counted\n")
                .collect(Collectors.joining());
        assertThat(problems(optional + fields))
                .extracting(Problem::message)
                .containsExactly("The fields of Wide take 261 slots of a Java constructor; 254 are possible");
        assertThat(problems(optional + fields.replace("Counted", "Counted?"))).isEmpty();
    }

    @Test
    void deepNestingDoesNotOverflow() {
        assertThat(codes("[".repeat(5_000))).containsExactly(ProblemCode.TOO_DEEP);
        assertThat(codes("{a: ".repeat(5_000))).containsExactly(ProblemCode.TOO_DEEP);
        assertThat(codes("- ".repeat(5_000))).containsExactly(ProblemCode.TOO_DEEP);
        assertThat(codes("? ".repeat(5_000))).containsExactly(ProblemCode.TOO_DEEP);
    }

    @Test
    void deepExpressionsDoNotOverflow() {
        String parentheses = "(".repeat(900) + "id = 1" + ")".repeat(900);
        String nots = "not ".repeat(450) + "id = 1";
        String minus = "-".repeat(1_900) + "1 = id";
        String chain = "id = 1" + " or id = 1".repeat(190);
        assertThat(codes(rule(parentheses))).containsExactly(ProblemCode.EXPRESSION_SYNTAX);
        assertThat(codes(rule(nots))).isEmpty();
        assertThat(codes(rule(minus))).containsExactly(ProblemCode.EXPRESSION_SYNTAX);
        assertThat(codes(rule(chain))).isEmpty();
        assertThat(codes(rule("id = 1" + " or id = 1".repeat(2_000)))).containsExactly(ProblemCode.EXPRESSION_SYNTAX);
    }

    private static String rule(String condition) {
        return HEAD + "  Thing:\n    key: id\n    fields: {id: int}\n    rules: {r: '" + condition + "'}\n";
    }

    @Test
    void longChainsOfShapesAndKeysDoNotOverflow() {
        String shapes = IntStream.range(0, 900)
                .mapToObj(i -> "  S%d: {next: S%d?}\n".formatted(i, i + 1))
                .collect(Collectors.joining());
        String thing = "  Thing: {key: id, fields: {id: int}}\n";
        assertThat(codes(HEAD + thing + "shapes:\n" + shapes + "  S900: {end: int}\n"))
                .contains(ProblemCode.TOO_DEEP);
        String keys = IntStream.range(0, 900)
                .mapToObj(i -> "  K%d: {key: k, fields: {k: -> K%d}}\n".formatted(i, i + 1))
                .collect(Collectors.joining());
        assertThat(codes(HEAD + keys + "  K900: {key: k, fields: {k: int}}\n")).isEmpty();
    }

    @Test
    void fileOverOneMebibyteIsRefused() {
        assertThat(codes("#" + "x".repeat(1 << 20))).containsExactly(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void aliasBombIsNotExpanded() {
        String lines = IntStream.range(1, 60)
                .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
                .collect(Collectors.joining());
        assertThat(codes("a0: &a0 [x]\n" + lines))
                .containsOnly(ProblemCode.ANCHOR, ProblemCode.ALIAS, ProblemCode.TOO_MANY_PROBLEMS);
    }

    @Test
    void byteOrderMarkAndLineEndsOfWindowsAreAccepted() {
        String model = HEAD + "  Thing: # a thing\n    key: id\n    fields: {id: int}\n";
        assertThat(codes("\uFEFF" + model.replace("\n", "\r\n"))).isEmpty();
        assertThat(codes(model.replace("\n", "\r"))).isEmpty();
    }

    @Test
    void aReferenceToAKeyOfUnknownTypeIsNoFaultOfOwlet() {
        String model = HEAD + "  Visit: {key: id, fields: {id: int, place: -> Place}}\n"
                + "  Place: {key: code, fields: {code: tex}}\n";
        assertThat(codes(model)).containsExactly(ProblemCode.UNKNOWN_TYPE);
    }

    /** Mutations of good models: whatever is in the file, problems come back and nothing is thrown. */
    @Test
    void noTextMakesTheCompilerFail() {
        Random random = new Random(20261122);
        List<String> models = Cases.good().stream().map(Cases::text).toList();
        for (int i = 0; i < 1_500; i++) {
            String text = mutate(models.get(i % models.size()), random);
            assertThat(OwletCompiler.check(text, "data_model.yml").problems())
                    .as("model:%n%s", text)
                    .noneMatch(p -> p.code() == ProblemCode.INTERNAL);
        }
    }

    private static final String PIECES = "[]{}:,#&*!|>-?'\"%@`\\\t\n ()=<>/.;~^$+0aZé𝄞\u0000\uD800\uFEFF";

    private static String mutate(String model, Random random) {
        StringBuilder text = new StringBuilder(model);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            text.append(' ');
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
            }
        }
        return text.toString();
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        CompileResult result = new OwletCompiler(List.of()).compile(image, new Target("", "data_model.yml", List.of()));
        assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.ENCODING);
        assertThat(codes(new String(image, StandardCharsets.ISO_8859_1))).containsOnly(ProblemCode.CONTROL_CHARACTER);
    }

    private static List<ProblemCode> codes(String text) {
        return problems(text).stream().map(Problem::code).toList();
    }

    private static List<Problem> problems(String text) {
        return Assertions.assertTimeoutPreemptively(
                SOON, () -> OwletCompiler.check(text, "data_model.yml").problems());
    }
}
