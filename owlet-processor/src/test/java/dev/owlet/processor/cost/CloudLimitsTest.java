package dev.owlet.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.owlet.processor.Cases;
import dev.owlet.processor.emit.Models;
import dev.owlet.processor.model.CloudLimits;
import dev.owlet.processor.model.Model;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the estimate takes for limits is what the generated Terraform modules set. */
final class CloudLimitsTest {
    private static final Model OWL_WATCH = Models.ofCase("owl-watch");

    private static JsonNode module(String file) throws IOException {
        return new ObjectMapper()
                .readTree(Cases.ROOT
                        .resolve("owl-watch/expected/resources/META-INF/owlet/terraform")
                        .resolve(file)
                        .toFile());
    }

    @Test
    void theApiIsThrottled() throws IOException {
        JsonNode api = module("api/main.tf.json");
        assertThat(api.at("/variable/calls_per_second/default").asInt()).isEqualTo(1);
        assertThat(api.at("/variable/burst/default").asInt()).isEqualTo(CloudLimits.API_BURST);
        assertThat(api.at("/variable/uploads_per_second/default").decimalValue())
                .isEqualByComparingTo(CloudLimits.uploadsPerSecond(OWL_WATCH.usage()));
        assertThat(api.at("/variable/uploads_burst/default").asInt()).isEqualTo(CloudLimits.UPLOADS_BURST);
        assertThat(api.at("/resource/aws_apigatewayv2_stage/this/dynamic/route_settings/for_each")
                        .textValue())
                .contains("open_routes : route => { rate = %s, burst = %s }"
                        .formatted(CloudLimits.OPEN_CALLS_PER_SECOND, CloudLimits.OPEN_BURST));
        JsonNode routes = module("api/model.json");
        assertThat(routes.path("open_routes")).hasSize(CloudLimits.OPEN_ROUTES);
        assertThat(routes.path("routes")).hasSize(1); // each route has a throttle of its own
        assertThat(routes.path("upload_routes"))
                .hasSameSizeAs(CloudLimits.uploadRoutes(OWL_WATCH))
                .hasSize(1);
    }

    @Test
    void theFunctionsAreBounded() throws IOException {
        JsonNode functions = module("functions/main.tf.json");
        JsonNode api = functions.at("/resource/aws_lambda_function/api");
        assertThat(api.path("timeout").asInt()).isEqualTo(CloudLimits.API_TIMEOUT_SECONDS);
        JsonNode ingest = functions.at("/resource/aws_lambda_function/ingest");
        assertThat(ingest.path("timeout").asInt()).isEqualTo(CloudLimits.INGEST_TIMEOUT_SECONDS);
        assertThat(ingest.at("/ephemeral_storage/size").asInt()).isEqualTo(CloudLimits.INGEST_DISK_MB);
        assertThat(functions
                        .at("/resource/aws_lambda_function_event_invoke_config/ingest/maximum_retry_attempts")
                        .asInt())
                .isEqualTo(CloudLimits.INGEST_RETRIES);
        assertThat(functions.at("/variable/ingest_concurrency/default").asInt())
                .isEqualTo(CloudLimits.INGEST_CONCURRENCY);
        JsonNode maintain = functions.at("/resource/aws_lambda_function/maintain");
        assertThat(maintain.path("timeout").asInt()).isEqualTo(CloudLimits.MAINTENANCE_TIMEOUT_SECONDS);
        assertThat(functions
                        .at("/resource/aws_lambda_function_event_invoke_config/maintain/maximum_retry_attempts")
                        .asInt())
                .isEqualTo(CloudLimits.MAINTENANCE_RETRIES);
        assertThat(functions.at("/variable/memory_mb/default").asInt()).isEqualTo(CloudLimits.MEMORY_MB);
        assertThat(functions.at("/variable/api_concurrency/default").asInt()).isEqualTo(CloudLimits.API_CONCURRENCY);
        assertThat(functions.at("/variable/log_days/default").asInt()).isEqualTo(CloudLimits.LOG_DAYS);
    }

    @Test
    void filesAreKeptForAWhile() throws IOException {
        JsonNode storage = module("storage/main.tf.json");
        assertThat(storage.at("/variable/inbox_days/default").asInt()).isEqualTo(CloudLimits.INBOX_DAYS);
        assertThat(storage.at("/variable/report_days/default").asInt()).isEqualTo(CloudLimits.REPORT_DAYS);
        assertThat(storage.at("/variable/undo_days/default").asInt()).isEqualTo(CloudLimits.UNDO_DAYS);
    }

    @Test
    void queriesAreCapped() throws IOException {
        assertThat(module("catalog/main.tf.json")
                        .at("/variable/scan_cap_bytes/default")
                        .asLong())
                .isEqualTo(CloudLimits.SCAN_CAP_BYTES);
    }
}
