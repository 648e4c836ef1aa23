package dev.owlet.processor.emit.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.owlet.runtime.local.ContentPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A page is told the same by CloudFront as by the server on one's machine. */
class SiteHeadersTest {
    private static final Map<String, String> LOCAL = ContentPolicy.headers(List.of());
    private final JsonNode site = site();

    @Test
    void haveTheSamePolicyButForWhomThePageAsks() {
        List<String> directives = new ArrayList<>();
        site.at("/locals/content_security_policy").properties().forEach(directive -> {
            if (!directive.getKey().equals("connect-src")) {
                directives.add(directive.getKey() + " " + words(directive.getValue()));
            }
        });

        assertThat(LOCAL.getOrDefault("content-security-policy", "").split("; "))
                .containsExactlyInAnyOrderElementsOf(with(directives, "connect-src 'self'"));
    }

    @Test
    void haveTheOtherHeaders() {
        JsonNode policy = site.at("/resource/aws_cloudfront_response_headers_policy/site");
        JsonNode security = policy.path("security_headers_config");

        assertThat(security.at("/frame_options/frame_option").asText()).isEqualTo(LOCAL.get("x-frame-options"));
        assertThat(security.at("/referrer_policy/referrer_policy").asText()).isEqualTo(LOCAL.get("referrer-policy"));
        assertThat(security.has("content_type_options")).isEqualTo(LOCAL.containsKey("x-content-type-options"));
        JsonNode own = policy.at("/custom_headers_config/items/0");
        assertThat(own.path("header").asText()).isEqualToIgnoringCase("cross-origin-opener-policy");
        assertThat(own.path("value").asText()).isEqualTo(LOCAL.get("cross-origin-opener-policy"));
    }

    private static List<String> with(List<String> list, String more) {
        List<String> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    private static String words(JsonNode list) {
        return String.join(
                " ",
                StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    private static JsonNode site() {
        try (InputStream in = SiteHeadersTest.class.getResourceAsStream("/dev/owlet/terraform/site.tf.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
