package dev.owlet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What every deployed project carries along, and pays for at each start. The jar as a whole is weighed where one is made:
 * in the archetype's {@code verify.groovy}.
 */
class ClassPathTest {
    private static final long MB = 1_000_000;

    /** Parts of Hadoop that parquet-java links to are small classes of our own, and so not in a jar. */
    private static final List<String> FORBIDDEN = List.of(
            "org/apache/hadoop/",
            "io/netty/",
            "org/apache/http/",
            "org/apache/hc/",
            "okhttp3/",
            "scala/",
            "org/apache/spark/",
            "io/delta/standalone/",
            "io/delta/storage/",
            "com/amazonaws/services/s3/",
            "software/amazon/awssdk/crt/",
            "org/apache/logging/",
            "kotlin/");

    private static List<Path> jars = List.of();

    @BeforeAll
    static void read() throws IOException {
        Path list =
                Path.of(Optional.ofNullable(System.getProperty("basedir")).orElse("."), "target/runtime-classpath.txt");
        Assumptions.assumeTrue(Files.exists(list), "Maven writes " + list);
        jars = Stream.of(Files.readString(list).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    @Test
    void carriesNoneOfTheHeavy() throws IOException {
        for (Path jar : jars) {
            assertThat(names(jar))
                    .as(jar.getFileName().toString())
                    .noneMatch(name -> FORBIDDEN.stream().anyMatch(name::startsWith));
        }
    }

    @Test
    void staysWithinItsBudget() throws IOException {
        long zipped = 0;
        long unzipped = 0;
        for (Path jar : jars) {
            zipped += Files.size(jar);
            unzipped += unzipped(jar);
        }
        assertThat(zipped).as("bytes of all jars").isBetween(10 * MB, 30 * MB);
        assertThat(unzipped).as("bytes unzipped").isBetween(30 * MB, 76 * MB);
    }

    private static List<String> names(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static long unzipped(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }
}
