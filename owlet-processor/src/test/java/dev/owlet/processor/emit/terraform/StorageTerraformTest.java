package dev.owlet.processor.emit.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real Terraform and the real provider, where a machine has them; nothing is fetched. */
@Tag("terraform")
class StorageTerraformTest {
    private static final Path PLUGINS = Path.of(System.getProperty("owlet.terraform.plugins", "/opt/tf-plugins"));

    @TempDir
    Path folder;

    @Test
    void theStorageModuleIsValid() throws Exception {
        requireTerraform();
        Files.writeString(folder.resolve("main.tf.json"), storage());
        assertThat(terraform("init", "-input=false", "-no-color", "-plugin-dir=" + PLUGINS))
                .as("terraform init")
                .isZero();
        assertThat(terraform("validate", "-no-color")).as("terraform validate").isZero();
    }

    @Test
    void escapedTextComesOutAsItWas() throws Exception {
        requireTerraform();
        String text = "${a} $${b} %{if c} %%{d} \\ \" $ { 'e' $$";
        ObjectNode module = Json.object();
        module.putObject("output").putObject("text").put("value", Hcl.literal(text));
        Files.writeString(folder.resolve("main.tf.json"), Json.print(module));
        assertThat(terraform("init", "-input=false", "-no-color")).isZero();
        assertThat(terraform("apply", "-auto-approve", "-no-color")).isZero();
        JsonNode state =
                new ObjectMapper().readTree(folder.resolve("terraform.tfstate").toFile());
        assertThat(state.at("/outputs/text/value").textValue()).isEqualTo(text);
    }

    @Test
    void holdsNoFreeTextOfTheModel() {
        String module = Models.file(new TerraformEmitter(), Models.hostile(), "terraform/storage/main.tf.json");
        assertThat(module).isEqualTo(storage());
    }

    /** The provider's folder is a link out of the temporary folder, which is better gone before that is cleared. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static String storage() {
        return Models.file(new TerraformEmitter(), Models.ofCase("every-type"), "terraform/storage/main.tf.json");
    }

    private void requireTerraform() {
        boolean found = Files.isDirectory(PLUGINS) && runs();
        if (!found) {
            System.out.println(
                    "SKIPPED StorageTerraformTest: this machine lacks terraform or its provider in " + PLUGINS);
        }
        assumeThat(found).as("terraform and its provider").isTrue();
    }

    private boolean runs() {
        try {
            return terraform("version") == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        if (process.exitValue() != 0) {
            System.out.println(Files.readString(log));
        }
        return process.exitValue();
    }
}
