package dev.owlet.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.owlet.processor.model.CloudLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a first deployment would stumble over, found before it. */
final class Preflight {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\..*");
    private static final int[] LEAST_VERSION = {1, 10};

    /** What an account must leave to functions that reserve nothing (AWS Lambda Developer Guide, "Reserved concurrency"). */
    private static final int UNRESERVED = 100;

    private final Tools tools;
    private final Credentials credentials;
    private final Path infra;
    private final Consumer<String> says;

    Preflight(Tools tools, Credentials credentials, Path infra, Consumer<String> says) {
        this.tools = tools;
        this.credentials = credentials;
        this.infra = infra;
        this.says = says;
    }

    /** Says what is there. @return what is missing, each in a sentence that ends with how to get it */
    List<String> missing() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        Optional<Path> terraform = tools.find("terraform");
        if (terraform.isEmpty()) {
            missing.add(Tools.missing("terraform"));
        } else {
            oldTerraform(terraform.get()).ifPresent(missing::add);
        }
        Optional<String> profile = setting("profile");
        Optional<String> noCredentials = credentials.missing(profile);
        noCredentials.ifPresent(missing::add);
        if (noCredentials.isEmpty()) {
            account(profile).ifPresent(missing::add);
        }
        return missing;
    }

    private Optional<String> oldTerraform(Path program) throws IOException, InterruptedException {
        String version = version(program);
        Matcher matcher = VERSION.matcher(version);
        if (matcher.matches()) {
            int major = Integer.parseInt(matcher.group(1));
            int minor = Integer.parseInt(matcher.group(2));
            if (major < LEAST_VERSION[0] || (major == LEAST_VERSION[0] && minor < LEAST_VERSION[1])) {
                return Optional.of("Terraform is " + version + ", and must be 1.10 or later. "
                        + Tools.missing("terraform").replaceFirst(".*?\\. ", ""));
            }
        }
        says.accept("Terraform " + version + " (" + program + ")");
        return Optional.empty();
    }

    private String version(Path program) throws IOException, InterruptedException {
        Command.Result result =
                Command.of(program, infra, List.of("version", "-json")).capture();
        try {
            return JSON.readTree(result.out()).path("terraform_version").asText("of unknown version");
        } catch (JsonProcessingException e) {
            return "of unknown version";
        }
    }

    /** Asks AWS who this is, when the client is there; Terraform itself does without it. */
    private Optional<String> account(Optional<String> profile) throws IOException, InterruptedException {
        Optional<Path> program = tools.find("aws");
        if (program.isEmpty()) {
            says.accept("credentials are there; whether they are valid was not asked. " + Tools.missing("aws")
                    + ". Only owlet:invoke and owlet:logs need it");
            return Optional.empty();
        }
        AwsCli aws = new AwsCli(program.get(), infra, setting("region"), profile);
        Command.Result identity = aws.run(List.of("sts", "get-caller-identity"));
        if (identity.exit() != 0) {
            return Optional.of(
                    "AWS does not take the credentials: " + identity.err().strip() + ". " + Credentials.HOW_TO_GET);
        }
        says.accept(
                "AWS account " + JSON.readTree(identity.out()).path("Account").asText("of unknown number"));
        return concurrency(aws);
    }

    /** What an account is told that may run too few functions to reserve any; an apply would fail in the middle. */
    Optional<String> concurrency() throws IOException, InterruptedException {
        Optional<Path> program = tools.find("aws");
        return program.isEmpty()
                ? Optional.empty()
                : concurrency(new AwsCli(program.get(), infra, setting("region"), setting("profile")));
    }

    private Optional<String> concurrency(AwsCli aws) throws IOException, InterruptedException {
        if (setting("api_concurrency").equals(Optional.of("-1"))) {
            return Optional.empty();
        }
        Command.Result result = aws.run(List.of("lambda", "get-account-settings"));
        if (result.exit() != 0) {
            return Optional.empty(); // credentials that may not ask this may still deploy
        }
        JsonNode limit = JSON.readTree(result.out()).path("AccountLimit").path("ConcurrentExecutions");
        int reserved = CloudLimits.API_CONCURRENCY + CloudLimits.INGEST_CONCURRENCY;
        return limit.isInt() && limit.asInt() < UNRESERVED + reserved
                ? Optional.of("This account may run " + limit.asInt()
                        + " functions at once, too few to reserve any. Write api_concurrency = -1 into "
                        + infra.getFileName() + "/terraform.tfvars, or ask AWS for more (Service Quotas, Lambda)")
                : Optional.empty();
    }

    /** A text or number set in {@code terraform.tfvars}. */
    private Optional<String> setting(String name) throws IOException {
        Path file = infra.resolve("terraform.tfvars");
        Pattern line = Pattern.compile("\\s*" + name + "\\s*=\\s*(\"[^\"]*\"|-?\\d+).*");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).replace("\"", ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
