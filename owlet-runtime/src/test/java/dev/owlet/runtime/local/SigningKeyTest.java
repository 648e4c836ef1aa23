package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndKeptForItsOwnerAlone() throws IOException {
        Path file = folder.resolve(".local/key.json");
        String id = SigningKey.in(file).getKeyID();

        assertThat(SigningKey.in(file).getKeyID()).isEqualTo(id);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isTheSameForAllWhoStartAtOnce() {
        Path file = folder.resolve("key.json");

        assertThat(Stream.generate(() -> file)
                        .limit(4)
                        .parallel()
                        .map(SigningKeyTest::id)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void refusesAFileThatHoldsSomethingElse() throws IOException {
        Path file = folder.resolve("key.json");
        String publicPart = SigningKey.generate().toPublicJWK().toJSONString();
        for (String text : new String[] {"", "{}", "[]", "no JSON", publicPart}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> SigningKey.in(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + " is not a signing key. Delete it; a new one is made at the next start.");
        }
    }

    private static String id(Path file) {
        try {
            return SigningKey.in(file).getKeyID();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
