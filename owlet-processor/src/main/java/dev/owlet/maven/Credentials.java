package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether AWS credentials are there, without asking AWS: in the environment, or a profile in the two files of the AWS tools
 * (AWS SDKs and Tools Reference Guide, "Shared config and credentials files").
 *
 * @param variables the value of an environment variable
 * @param home folder of the user
 */
record Credentials(Function<String, @Nullable String> variables, Path home) {
    static final String HOW_TO_GET =
            "With the aws client: aws configure sso, or aws configure; or set AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY. https://docs.aws.amazon.com/cli/latest/userguide/getting-started-quickstart.html";

    /** What is missing, as a sentence; nothing when all is there. */
    Optional<String> missing(Optional<String> profile) {
        Optional<String> wanted = profile.or(() -> variable("AWS_PROFILE"));
        if (wanted.isEmpty() && variable("AWS_ACCESS_KEY_ID").isPresent()) {
            return variable("AWS_SECRET_ACCESS_KEY").isPresent()
                    ? Optional.empty()
                    : Optional.of("AWS_ACCESS_KEY_ID is set, AWS_SECRET_ACCESS_KEY is not. " + HOW_TO_GET);
        }
        String name = wanted.orElse("default");
        boolean found = names("AWS_SHARED_CREDENTIALS_FILE", "credentials", Pattern.quote(name))
                || names("AWS_CONFIG_FILE", "config", "(profile\\s+)?" + Pattern.quote(name));
        return found
                ? Optional.empty()
                : Optional.of("There are no AWS credentials: no profile " + name + " in " + home.resolve(".aws") + ". "
                        + HOW_TO_GET);
    }

    private boolean names(String variable, String file, String section) {
        Path path = variable(variable).map(Path::of).orElse(home.resolve(".aws").resolve(file));
        Pattern head = Pattern.compile("\\s*\\[\\s*" + section + "\\s*\\]\\s*([#;].*)?");
        return lines(path).stream().anyMatch(line -> head.matcher(line).matches());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // as good as none: the AWS tools could not read it either
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
    }
}
