package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPathTest {
    @Test
    void pathsArePercentEncodedInTheLog() throws Exception {
        assertThat(LogPath.key("a%20b%2525+c/%C3%A9")).isEqualTo("a b%25+c/é");
        assertThat(LogPath.key("species=Bubo%252Fbubo/part-1.parquet")).isEqualTo("species=Bubo%2Fbubo/part-1.parquet");
    }

    @Test
    void whatIsNotEncodedStaysAsItIs() throws Exception {
        assertThat(LogPath.key("at=2024-05-01 10:00/é+😀.parquet")).isEqualTo("at=2024-05-01 10:00/é+😀.parquet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "a%2", "%zz.parquet", "%+1", "%-1", "a%٢٠b", "%ff.parquet", "%C3.parquet", "%ED%A0%80"})
    void brokenEncodingIsRefusedInASentence(String path) {
        assertThatThrownBy(() -> LogPath.key(path))
                .isInstanceOf(UnsupportedTableException.class)
                .hasMessageContaining("path is broken")
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket/t/a.parquet", "file:/t/a.parquet", "/t/a.parquet", "abfss:x", "C:\\a.parquet"})
    void filesElsewhereAreRefusedInASentence(String path) {
        assertThatThrownBy(() -> LogPath.key(path))
                .isInstanceOf(UnsupportedTableException.class)
                .hasMessageContaining("shallow clones");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.parquet", "a/%2e%2E/b", "a//b", "./a", "%2Fa", "a/"})
    void filesOutsideTheTableAreRefused(String path) {
        assertThatThrownBy(() -> LogPath.key(path))
                .isInstanceOf(UnsupportedTableException.class)
                .hasMessageContaining("outside its folder");
    }

    @Test
    void aRefusalShowsNoControlCharactersAndNoEndlessPath() {
        assertThatThrownBy(() -> LogPath.key("/\u001b[2J\n" + "x".repeat(10_000)))
                .message()
                .hasSizeLessThan(400)
                .doesNotContain("\u001b", "\n");
    }
}
