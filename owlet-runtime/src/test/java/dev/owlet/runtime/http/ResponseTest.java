package dev.owlet.runtime.http;

import static dev.owlet.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.owlet.runtime.row.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTest {
    @Test
    void refusesHeadersThatWouldStartAnotherLine() {
        Response response = Response.empty(200);

        assertThatThrownBy(() -> response.header("content-disposition", "a\r\nset-cookie: x=y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> response.header("location", "/a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void escapesWhatGoesIntoJson() {
        assertThat(text(Response.json(200, Map.of("message", "Hello, \"ME\"!\n"))))
                .isEqualTo("{\"message\":\"Hello, \\\"ME\\\"!\\n\"}");
        assertThat(text(Response.json(200, JsonNodeFactory.instance.numberNode(1))))
                .isEqualTo("1");
    }

    @Test
    void listsEveryErrorOfAProblem() {
        Response response = Problems.of(new ProblemException(
                422,
                "/weight must be at most 4000",
                List.of(new Violation("/weight", "max", "must be at most 4000"), new Violation("", "rule", "no"))));

        assertThat(text(response))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                        + "\"detail\":\"/weight must be at most 4000\",\"errors\":["
                        + "{\"pointer\":\"/weight\",\"code\":\"max\",\"message\":\"must be at most 4000\"},"
                        + "{\"pointer\":\"\",\"code\":\"rule\",\"message\":\"no\"}]}");
        assertThat(response.headers()).containsEntry("content-type", "application/problem+json");
    }
}
