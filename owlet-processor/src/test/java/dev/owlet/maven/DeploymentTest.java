package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of Terraform, in which order, and what is said; Terraform is made up. */
final class DeploymentTest {
    private static final String STATE = """
            data.aws_region.current
            module.api.data.aws_iam_policy_document.api
            module.api.aws_apigatewayv2_api.this
            module.auth.aws_cognito_user_pool.this
            module.auth.aws_cognito_user_group.this["reader"]
            module.storage.aws_s3_bucket.data
            module.storage.aws_s3_bucket.ops
            aws_sns_topic.alarms["it's"]""";

    @TempDir
    Path temp;

    private Path work;
    private Path infra;
    private FakeTool fake;
    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void folders() throws IOException {
        work = temp.resolve("my 'work' $HOME \"x\"");
        infra = Files.createDirectories(temp.resolve("my 'project' \"x\" `y`/infra"));
        Files.createDirectories(infra.resolve(".terraform"));
        fake = new FakeTool(temp.resolve("bin 'a' \"b\" $c"), "terraform");
    }

    private Deployment deployment(String answer) throws MojoFailureException {
        Question question = text -> {
            asked.add(text);
            return Optional.ofNullable(answer);
        };
        Terraform terraform = Terraform.of(FakeTool.tools(fake), infra).requireInitialised();
        return new Deployment(terraform, question, said::add, work);
    }

    private String planFile() {
        return work.resolve("terraform.plan").toString();
    }

    @Test
    void upShowsAsksAndAppliesThatPlan() throws Exception {
        fake.on("plan*", 2, "1 to add", "");
        deployment("yes").up();
        assertThat(fake.calls())
                .containsExactly(
                        List.of("plan", "-input=false", "-detailed-exitcode", "-out=" + planFile()),
                        List.of("apply", "-input=false", planFile()));
        assertThat(asked).singleElement().asString().startsWith("Make these changes in AWS?");
        assertThat(said).isEmpty();
    }

    @Test
    void whatDidNotChangeIsNotApplied() throws Exception {
        fake.on(
                "output*",
                0,
                "{\"base_url\": {\"value\": \"https://x\"}, \"key\": {\"value\": 1, \"sensitive\": true}}",
                "");
        deployment(null).up();
        assertThat(fake.calls()).extracting(call -> call.get(0)).containsExactly("plan", "output");
        assertThat(said).containsExactly("nothing to change", "  base_url = https://x");
    }

    @Test
    void withoutConsentNothingIsApplied() throws Exception {
        fake.run("plan*", "for last; do :; done; echo plan > \"${last#-out=}\"; exit 2");
        assertThatThrownBy(() -> deployment("y").up()).hasMessage("Nothing was changed: the answer was not yes.");
        assertThatThrownBy(() -> deployment(null).up())
                .hasMessageContaining("no console")
                .hasMessageContaining("-Dyes");
        assertThat(fake.calls()).extracting(call -> call.get(0)).containsExactly("plan", "plan");
        assertThat(work).isEmptyDirectory(); // the plan may hold secrets
    }

    @Test
    void failuresAreSentences() throws Exception {
        fake.on("plan*", 1, "", "Error: no");
        assertThatThrownBy(() -> deployment("yes").up())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("terraform plan ended with exit code 1; what is wrong stands above.");
        FakeTool second = new FakeTool(temp.resolve("other"), "terraform")
                .on("plan*", 2, "", "")
                .on("apply*", 3, "", "");
        fake = second;
        assertThatThrownBy(() -> deployment("yes").up())
                .hasMessageStartingWith("terraform apply ended with exit code 3;");
        assertThat(second.calls()).hasSize(2);
    }

    @Test
    void downKeepsRowsAndPeople() throws Exception {
        fake.on("state list", 0, STATE, "").on("plan*", 2, "", "");
        deployment("yes").down();
        assertThat(fake.calls().get(1))
                .containsExactly(
                        "plan",
                        "-input=false",
                        "-detailed-exitcode",
                        "-destroy",
                        "-target=module.api.aws_apigatewayv2_api.this",
                        "-target=aws_sns_topic.alarms[\"it's\"]",
                        "-out=" + planFile());
        assertThat(fake.calls().get(2)).startsWith("apply");
        assertThat(asked).singleElement().asString().contains("Rows and people stay.");
        assertThat(said).singleElement().asString().contains("Kept: the bucket", "user pool", "-Ddata");
    }

    @Test
    void downOfWhatIsKeptAlone() throws Exception {
        fake.on("state list", 0, "module.storage.aws_s3_bucket.data", "");
        deployment("yes").down();
        assertThat(fake.calls()).hasSize(1);
        assertThat(said).singleElement().asString().contains("nothing to take away but rows and people");
    }

    @Test
    void downBeforeUp() throws Exception {
        fake.on("state list", 1, "", "No state file was found!");
        deployment("yes").down();
        assertThat(fake.calls()).hasSize(1);
    }

    @Test
    void downWithDataUnlocksWhatIsGuardedAndAsksTwice() throws Exception {
        fake.on("state list", 0, STATE, "").on("plan*", 2, "", "");
        deployment("yes").downWithData();
        assertThat(fake.calls().stream().map(call -> String.join(" ", call)))
                .containsExactly(
                        "state list",
                        "plan -input=false -detailed-exitcode -var=keep_data=false"
                                + " -target=module.auth.aws_cognito_user_pool.this -target=module.storage.aws_s3_bucket.data"
                                + " -out=" + planFile(),
                        "apply -input=false " + planFile(),
                        "plan -input=false -detailed-exitcode -destroy -var=keep_data=false -out=" + planFile(),
                        "apply -input=false " + planFile());
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).contains("EVERY ROW", "EVERYBODY");
    }

    @Test
    void downWithDataAsksBeforeAnything() throws Exception {
        assertThatThrownBy(() -> deployment("no").downWithData()).hasMessageStartingWith("Nothing was changed");
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Terraform.of(FakeTool.tools(), infra))
                .hasMessageContaining("no terraform on the PATH")
                .hasMessageContaining("https://developer.hashicorp.com/terraform/install");
        assertThatThrownBy(() -> Terraform.of(FakeTool.tools(fake), temp.resolve("infra")))
                .hasMessageContaining("There is no folder infra");
        assertThatThrownBy(() -> Terraform.of(FakeTool.tools(fake), temp).requireInitialised())
                .hasMessageContaining("mvn owlet:init");
    }

    @Test
    void aFailedInitDoesNotAskForItself() throws Exception {
        fake.on("init*", 1, "", "Error: no such host");
        Terraform terraform = Terraform.of(FakeTool.tools(fake), infra);
        assertThatThrownBy(() -> terraform.run("init"))
                .hasMessage("terraform init ended with exit code 1; what is wrong stands above");
    }

    /** Asked to stop, it is waited for: it has to write down what it made. */
    @Test
    void interruptedItStopsOnceAndIsWaitedFor() throws Exception {
        Path started = temp.resolve("started");
        Path stopped = temp.resolve("stopped");
        fake.run(
                "fmt*",
                "trap 'sleep 0.3; echo x >> \"" + stopped + "\"; exit 1' TERM; echo x > \"" + started
                        + "\"; while :; do sleep 0.05; done");
        List<Throwable> thrown = new ArrayList<>();
        Terraform terraform = Terraform.of(FakeTool.tools(fake), infra);
        Thread runner = new Thread(() -> {
            try {
                terraform.run("fmt");
            } catch (Exception e) {
                thrown.add(e);
            }
        });
        runner.start();
        while (!Files.exists(started)) {
            Thread.sleep(10);
        }
        runner.interrupt();
        runner.join();
        assertThat(stopped).hasContent("x");
        assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
    }
}
