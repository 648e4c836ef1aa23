package dev.owlet.processor.emit.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand random texts pass through the real Terraform as they are, where a machine has it. */
@Tag("terraform")
class InterpolationTest {
    private static final int TEXTS = 10_000;
    /** What opens, closes and escapes templates, strings and JSON, and characters of every width. */
    private static final List<String> PIECES = List.of(
            "$",
            "{",
            "}",
            "%",
            "${",
            "%{",
            "$${",
            "%%{",
            "~}",
            "\\",
            "\"",
            "'",
            "/",
            "//",
            "<<EOT",
            "#",
            "\n",
            "\r",
            "\t",
            " ",
            "a",
            "Z",
            "0",
            "_",
            "-",
            ".",
            "${var.x}",
            "%{if true}",
            "%{ endif }",
            "file(\"/etc/passwd\")",
            "${path.module}",
            "\\u0024{",
            "é",
            "e\u0301",
            "日",
            "𝄞",
            "\u202e",
            "\ufeff",
            "\u2028",
            "\u007f",
            "\u0001");

    @TempDir
    Path folder;

    @Test
    void everyTextComesOutAsItWas() throws Exception {
        boolean found = runs();
        if (!found) {
            System.out.println("SKIPPED InterpolationTest: this machine lacks terraform");
        }
        assumeThat(found).as("terraform").isTrue();

        Map<String, String> texts = texts();
        write(texts);
        assertThat(terraform("init", "-input=false", "-no-color")).isZero();
        assertThat(terraform("apply", "-auto-approve", "-no-color")).isZero();
        JsonNode outputs = new ObjectMapper()
                .readTree(folder.resolve("terraform.tfstate").toFile())
                .path("outputs");
        for (String way : List.of("template", "data")) {
            Map<String, String> out = new TreeMap<>();
            outputs.path(way)
                    .path("value")
                    .properties()
                    .forEach(text -> out.put(text.getKey(), text.getValue().textValue()));
            assertThat(out).as(way).isEqualTo(texts);
        }
    }

    /** As values and keys: of literals in a template, and of data that a template reads. */
    private void write(Map<String, String> texts) throws IOException {
        ObjectNode literals = Json.object();
        ObjectNode data = Json.object();
        texts.forEach((key, value) -> {
            literals.put(Hcl.literal(key), Hcl.literal(value));
            data.put(key, value);
        });
        ObjectNode module = Json.object();
        ObjectNode output = module.putObject("output");
        output.putObject("template").set("value", literals);
        output.putObject("data").put("value", "${jsondecode(file(\"${path.module}/model.json\"))}");
        Files.writeString(folder.resolve("main.tf.json"), Json.print(module));
        Files.writeString(folder.resolve("model.json"), Json.print(data));
    }

    /** Terraform keeps text in Unicode's normal form C, so that is what is compared. */
    private static Map<String, String> texts() {
        Random random = new Random(20261122);
        Map<String, String> texts = new TreeMap<>();
        while (texts.size() < TEXTS) {
            texts.put(text(random), text(random));
        }
        return texts;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private boolean runs() throws InterruptedException {
        try {
            return terraform("version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private int terraform(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("terraform.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        if (process.exitValue() != 0) {
            System.out.println(Files.readString(log));
        }
        return process.exitValue();
    }
}
