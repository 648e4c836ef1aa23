package dev.owlet.runtime.faults;

import dev.owlet.runtime.store.S3StandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stand-in of S3 in a process of its own. */
final class Bucket implements AutoCloseable {
    private static final Pattern RETRIES = Pattern.compile("retried=(\\d+)");

    private final Process process;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** @param folder where its objects lie as files, below the name of the bucket */
    Bucket(Path folder) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        S3StandIn.class.getName(),
                        "0",
                        folder.toString())
                .redirectError(folder.resolve("s3.log").toFile())
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the stand-in of S3 did not start; see " + folder.resolve("s3.log"));
            }
            String[] variable = line.split("=", 2);
            environment.put(variable[0], variable[1]);
        }
    }

    String root() {
        return "s3://" + S3StandIn.BUCKET;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** @param command such as {@code rate?fault=DROP&action=PUT&rate=0.1} */
    String tell(String command) throws IOException {
        URI address = URI.create(environment.get("AWS_ENDPOINT_URL_S3") + "/-/" + command);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Requests that clients sent again. */
    long retries() throws IOException {
        Matcher matcher = RETRIES.matcher(tell("counts"));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    @Override
    public void close() {
        process.destroy();
        Jvm.join(process);
    }
}
