package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found missing before a first deployment, and how to get it. */
final class PreflightTest {
    private static final Map<String, String> KEYS = Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "s");

    @TempDir
    Path temp;

    private final List<String> said = new ArrayList<>();

    private List<String> missing(Tools tools, Map<String, String> variables) throws Exception {
        return new Preflight(tools, new Credentials(variables::get, temp), temp, said::add).missing();
    }

    private FakeTool terraform(String version) throws IOException {
        return new FakeTool(temp.resolve("tf"), "terraform")
                .on("version -json", 0, "{\"terraform_version\": \"" + version + "\"}", "");
    }

    @Test
    void everythingIsThere() throws Exception {
        FakeTool aws = new FakeTool(temp.resolve("aws bin"), "aws")
                .on("sts*", 0, "{\"Account\": \"123456789012\"}", "")
                .on("lambda*", 0, "{\"AccountLimit\": {\"ConcurrentExecutions\": 1000}}", "");
        assertThat(missing(FakeTool.tools(terraform("1.11.4"), aws), KEYS)).isEmpty();
        assertThat(said).hasSize(2).last().isEqualTo("AWS account 123456789012");
    }

    @Test
    void aNewAccountIsToldWhatItCannotReserve() throws Exception {
        FakeTool aws = new FakeTool(temp.resolve("bin"), "aws")
                .on("sts*", 0, "{}", "")
                .on("lambda*", 0, "{\"AccountLimit\": {\"ConcurrentExecutions\": 10}}", "");
        assertThat(missing(FakeTool.tools(terraform("1.11.4"), aws), KEYS))
                .singleElement()
                .asString()
                .contains("may run 10 functions", "api_concurrency = -1");
        Preflight preflight = new Preflight(FakeTool.tools(aws), new Credentials(KEYS::get, temp), temp, said::add);
        assertThat(preflight.concurrency()).isPresent();
        Files.writeString(temp.resolve("terraform.tfvars"), "api_concurrency = -1 # a new account\n");
        assertThat(preflight.concurrency()).isEmpty();
    }

    @Test
    void everythingIsMissing() throws Exception {
        assertThat(missing(FakeTool.tools(), Map.of()))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("no terraform on the PATH", "brew install"))
                .anySatisfy(line -> assertThat(line).contains("no AWS credentials", "aws configure"));
    }

    @Test
    void withoutTheClientNothingIsAskedOfAws() throws Exception {
        assertThat(missing(FakeTool.tools(terraform("1.11.4")), KEYS)).isEmpty();
        assertThat(said).last().asString().contains("whether they are valid was not asked");
    }

    @Test
    void credentialsThatAwsRefuses() throws Exception {
        FakeTool aws = new FakeTool(temp.resolve("bin"), "aws").on("sts*", 255, "", "The SSO session has expired\n");
        assertThat(missing(FakeTool.tools(terraform("1.11.4"), aws), KEYS))
                .singleElement()
                .asString()
                .startsWith("AWS does not take the credentials: The SSO session has expired. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9.8", "0.15.0"})
    void terraformThatIsTooOld(String version) throws Exception {
        assertThat(missing(FakeTool.tools(terraform(version)), KEYS))
                .singleElement()
                .asString()
                .startsWith("Terraform is " + version + ", and must be 1.10 or later. To get it: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10.0", "2.0.0-beta1", "odd"})
    void terraformThatWillDo(String version) throws Exception {
        assertThat(missing(FakeTool.tools(terraform(version)), KEYS)).isEmpty();
    }

    @Test
    void theProfileOfTheProjectCounts() throws Exception {
        Files.writeString(temp.resolve("terraform.tfvars"), "region  = \"eu-west-1\"\nprofile = \"team one\" # ours\n");
        FakeTool aws = new FakeTool(temp.resolve("bin"), "aws").on("*", 0, "{}", "");
        assertThat(missing(FakeTool.tools(terraform("1.11.4"), aws), KEYS))
                .singleElement()
                .asString()
                .contains("no profile team one in " + temp.resolve(".aws"));
        Files.createDirectories(temp.resolve(".aws"));
        Files.writeString(temp.resolve(".aws/config"), "[profile team one]\nsso_session = x\n");
        assertThat(missing(FakeTool.tools(terraform("1.11.4"), aws), KEYS)).isEmpty();
        assertThat(aws.calls().get(0))
                .containsExactly(
                        "sts",
                        "get-caller-identity",
                        "--output",
                        "json",
                        "--region",
                        "eu-west-1",
                        "--profile",
                        "team one");
    }

    @Test
    void credentialsWithoutAskingAws() throws IOException {
        Path file = temp.resolve("my credentials");
        Files.writeString(file, "# [work]\n[ default ] ; mine\n[.*]\n");
        Map<String, String> elsewhere = Map.of("AWS_SHARED_CREDENTIALS_FILE", file.toString());
        Credentials there = new Credentials(elsewhere::get, temp);
        assertThat(there.missing(Optional.empty())).isEmpty();
        assertThat(there.missing(Optional.of("work"))).isPresent();
        assertThat(there.missing(Optional.of(".*"))).isEmpty();
        assertThat(there.missing(Optional.of("(")))
                .hasValueSatisfying(text -> assertThat(text).contains("no profile ("));
        Map<String, String> half = Map.of("AWS_ACCESS_KEY_ID", "a");
        assertThat(new Credentials(half::get, temp).missing(Optional.empty()))
                .hasValueSatisfying(text -> assertThat(text).contains("AWS_SECRET_ACCESS_KEY is not"));
        Map<String, String> named =
                Map.of("AWS_PROFILE", "gone", "AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "s");
        assertThat(new Credentials(named::get, temp).missing(Optional.empty())).isPresent();
    }
}
