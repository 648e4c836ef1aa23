package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModelMojoTest {
    @Test
    void aPackageLeavesRoomForTheHandler() {
        String longest = "com." + "a".repeat(105) + ".OwlWatch";
        assertThatCode(() -> ModelMojo.requireHandler(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ModelMojo.requireHandler("ab." + longest))
                .hasMessageStartingWith("owlet.package in pom.xml is too long by 3 characters: AWS Lambda knows");
    }
}
