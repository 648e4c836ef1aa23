package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set wrong is said in a sentence, at the first request and not before. */
class S3SettingsTest {
    private static final S3Limits LIMITS =
            new S3Limits(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofMinutes(3), 2, Duration.ofMillis(1));

    private S3StandIn server;
    private Map<String, String> variables;

    @BeforeEach
    void start() throws Exception {
        server = S3StandIn.start();
        variables = new HashMap<>(server.environment());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ObjectStore store(String root) {
        return new S3Store(S3Place.parse(root), new S3Settings(variables::get, LIMITS));
    }

    private void fails(String root, String sentence) {
        assertThatThrownBy(() -> store(root).get("x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void openingAsksNothing() {
        assertThat(ObjectStore.open("s3://no-such-bucket-anywhere/some/prefix/"))
                .hasToString("s3://no-such-bucket-anywhere/some/prefix");
        assertThat(store("s3://missing")).hasToString("s3://missing");
        assertThat(server.counts().requests()).isZero();
    }

    @Test
    void saysThatThereIsNoBucket() {
        fails("s3://missing", "there is no bucket \"missing\"");
        assertThatThrownBy(() -> store("s3://missing").listAll("t")).hasMessageContaining("no bucket \"missing\"");
        assertThatThrownBy(() -> store("s3://missing").put("x", new byte[1], true))
                .hasMessageContaining("no bucket \"missing\"");
    }

    @Test
    void saysWhichRegionItShouldBe() {
        variables.put("AWS_REGION", "us-west-2");

        fails("s3://tables", "the bucket \"tables\" lies in eu-west-1: set AWS_REGION=eu-west-1");
    }

    @Test
    void saysWhichKeyIsWrong() {
        variables.put("AWS_SECRET_ACCESS_KEY", "another");
        fails("s3://tables", "check AWS_SECRET_ACCESS_KEY");
        variables.put("AWS_ACCESS_KEY_ID", "ANOTHER");
        fails("s3://tables", "check AWS_ACCESS_KEY_ID");
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        variables.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + closed);

        fails("s3://tables", "GET of s3://tables/x: no answer in 2 attempts: Connection refused");
    }

    @Test
    void sessionTokensAreSent() throws Exception {
        variables.put("AWS_SESSION_TOKEN", "of-a-session"); // signed too; the stand-in checks what was signed
        ObjectStore store = store("s3://tables");
        store.put("x", "one".getBytes(UTF_8), true);

        assertThat(store.get("x")).asString(UTF_8).isEqualTo("one");
    }

    @Test
    void theEndpointOfS3GoesBeforeTheGeneralOne() throws Exception {
        variables.put("AWS_ENDPOINT_URL", "http://localhost:1");
        store("s3://tables").put("x", new byte[1], true);
        variables.put("AWS_ENDPOINT_URL", variables.get("AWS_ENDPOINT_URL_S3"));
        variables.put("AWS_ENDPOINT_URL_S3", " ");
        store("s3://tables").put("y", new byte[1], true);

        assertThat(server.counts().put()).isEqualTo(2);
    }

    @Test
    void anOwnEndpointNeedsNoRegion() throws Exception {
        variables.remove("AWS_REGION");

        assertThat(new S3Settings(variables::get, LIMITS).region().id()).isEqualTo("us-east-1");
        variables.put("AWS_DEFAULT_REGION", "eu-west-1");
        assertThat(new S3Settings(variables::get, LIMITS).region().id()).isEqualTo("eu-west-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9000", "ftp://x", "http://", "http://x/y?z", "http:// x"})
    void refusesWhatIsNoEndpoint(String endpoint) {
        variables.put("AWS_ENDPOINT_URL_S3", endpoint);

        fails("s3://tables", "AWS_ENDPOINT_URL_S3 must be like http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://",
                "s3://ab",
                "s3://Tables",
                "s3://a_b_c",
                "s3://-abc",
                "s3:///x",
                "s3://tables//x",
                "s3://tables/../x",
                "s3://tables/a:b",
                "s3://tables?x"
            })
    void refusesWhatIsNoBucket(String root) {
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectStore.open(root));
    }
}
