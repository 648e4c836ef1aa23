package dev.owlet.processor.emit.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.owlet.processor.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every generated module is what the provider takes, without the provider. */
class ProviderSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> SECTIONS =
            Set.of("//", "terraform", "variable", "data", "locals", "resource", "output");
    /** As long as a name may be: see the variable {@code name}. */
    private static final String LONGEST_NAME = "n".repeat(30);

    static Stream<Path> modules() throws IOException {
        try (Stream<Path> files = Files.walk(Cases.ROOT)) {
            return files.filter(file -> file.endsWith("main.tf.json")).sorted().toList().stream();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return MAPPER.readTree(file.toFile());
    }

    @Test
    void everyCaseHasEveryModule() throws IOException {
        assertThat(modules()).hasSizeGreaterThanOrEqualTo(2 * 7);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void fitsTheProvider(Path file) throws IOException {
        assertThat(ProviderSchema.faults(read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void refersToWhatThereIs(Path file) throws IOException {
        assertThat(References.faults(read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isDescribed(Path file) throws IOException {
        JsonNode module = read(file);
        assertThat(SECTIONS).containsAll(module::fieldNames);
        for (String section : List.of("variable", "output")) {
            assertThat(module.path(section))
                    .as(section)
                    .isNotEmpty()
                    .allSatisfy(one ->
                            assertThat(one.path("description").textValue()).endsWith("."));
        }
    }

    /** Names of functions, roles and schedules have 64 characters at most, those of buckets 63. */
    @ParameterizedTest
    @MethodSource("modules")
    void longestNamesFit(Path file) throws IOException {
        JsonNode resources = read(file).path("resource");
        for (String type : List.of("aws_lambda_function", "aws_iam_role", "aws_scheduler_schedule")) {
            for (JsonNode one : resources.path(type)) {
                String name = one.path(type.endsWith("function") ? "function_name" : "name")
                        .textValue();
                assertThat(name.replace("${var.name}", LONGEST_NAME)).hasSizeLessThanOrEqualTo(64);
            }
        }
        for (JsonNode bucket : resources.path("aws_s3_bucket")) {
            String suffix = bucket.path("bucket").textValue().replaceAll("\\$\\{(?!var)[^}]*\\}", "");
            int accountAndRegion = "-123456789012-ap-southeast-1".length();
            assertThat(suffix.replace("${var.name}", LONGEST_NAME).replaceAll("-+$", ""))
                    .hasSizeLessThanOrEqualTo(63 - accountAndRegion);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"bukket\": \"a\"}', aws_s3_bucket.x has no bukket",
        "'{\"arn\": \"a\"}', aws_s3_bucket.x.arn cannot be set",
        "'{\"force_destroy\": \"yes\"}', aws_s3_bucket.x.force_destroy is a bool",
        "'{\"tags\": []}', aws_s3_bucket.x.tags is a map",
        "'{\"versioning\": true}', aws_s3_bucket.x.versioning is a block",
        "'{\"versioning\": [{}, {}]}', aws_s3_bucket.x.versioning stands more than 1 times",
        "'{\"cors_rule\": {\"allowed_methods\": [\"GET\"]}}', aws_s3_bucket.x.cors_rule lacks allowed_origins",
    })
    void seesWhatDoesNotFit(String body, String fault) throws IOException {
        JsonNode module = MAPPER.readTree("{\"resource\": {\"aws_s3_bucket\": {\"x\": " + body + "}}}");
        assertThat(ProviderSchema.faults(module)).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "${var.nam}, there is no var.nam",
        "${local.x}, there is no local.x",
        "${aws_s3_bucket.b.id}, there is no aws_s3_bucket.b.id",
        "${aws_s3_bucket.a.ident}, aws_s3_bucket has no ident",
        "${data.aws_region.r.name}, there is no data.aws_region.r.name",
    })
    void seesWhatIsNotThere(String template, String fault) throws IOException {
        JsonNode module =
                MAPPER.readTree("{\"resource\": {\"aws_s3_bucket\": {\"a\": {\"bucket\": \"" + template + "\"}}}}");
        assertThat(References.faults(module)).containsExactly(fault);
    }
}
