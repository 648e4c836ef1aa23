package dev.owlet.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @Test
    void hasDefaultsForEverything() {
        Config config = Config.from(name -> null);

        assertThat(config).isEqualTo(Config.local("./data"));
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.issuer()).isEmpty();
    }

    @Test
    void readsVariables() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "OWLET_ROOT", " s3://owls ",
                "OWLET_ISSUER", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc",
                "OWLET_CLIENT_ID", "  ",
                "OWLET_PORT", "0"));

        Config config = Config.from(variables::get);

        assertThat(config.root()).isEqualTo("s3://owls");
        assertThat(config.issuer()).contains("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc");
        assertThat(config.clientId()).isEmpty();
        assertThat(config.port()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "OWLET_PORT, 65536, OWLET_PORT must be from 0 to 65535",
        "OWLET_PORT, -1, OWLET_PORT must be from 0 to 65535",
        "OWLET_PORT, http, OWLET_PORT must be a number from 0 to 65535",
        "OWLET_ISSUER, example.org, OWLET_ISSUER must be an https address",
        "OWLET_ISSUER, http://localhost.example.org, OWLET_ISSUER must be an https address",
        "OWLET_ISSUER, http://example.org, OWLET_ISSUER must be an https address",
        "OWLET_ISSUER, https:// x, OWLET_ISSUER must be an https address",
    })
    void saysWhichVariableIsWrong(String name, String value, String sentence) {
        assertThatThrownBy(() -> Config.from(Map.of(name, value)::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void takesPlainHttpFromThisMachineOnly() {
        assertThat(Config.from(Map.of("OWLET_ISSUER", "http://localhost:9000/oauth2")::get)
                        .issuer())
                .isPresent();
    }
}
