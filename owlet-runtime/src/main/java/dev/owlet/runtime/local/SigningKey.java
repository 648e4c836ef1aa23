package dev.owlet.runtime.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;
import java.util.UUID;

/** The key pair of the local issuer. */
final class SigningKey {
    private static final int BITS = 2048;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SigningKey() {}

    /**
     * The key in a file; made and kept there the first time, readable by its owner alone, so that tokens outlive a
     * restart.
     *
     * @throws IOException with a sentence for the person at the terminal, if the file holds something else
     */
    static RSAKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            keep(generate(), file);
        }
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException e) {
            throw new IOException(unreadable(file), e);
        }
        throw new IOException(unreadable(file));
    }

    static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    /** Whole or not at all; when another process was first, its key stays. */
    private static void keep(RSAKey key, Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, "key", ".tmp"); // owner-only where the file system can
        try {
            ownerOnly(fresh);
            Files.writeString(fresh, key.toJSONString());
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                return;
            } catch (IOException | UnsupportedOperationException e) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE); // a file system without links
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        FileStore store = Files.getFileStore(file);
        if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static String unreadable(Path file) {
        return file + " is not a signing key. Delete it; a new one is made at the next start.";
    }
}
