package dev.owlet.maven;

import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks tools and credentials, says what is missing and how to get it, and readies Terraform. */
@Mojo(name = "init")
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class InitMojo extends CloudMojo {
    @Override
    void run(Tools tools) throws IOException, InterruptedException, MojoFailureException {
        List<String> missing = preflight(tools).missing();
        missing.forEach(getLog()::error);
        if (tools.find("terraform").isPresent()) {
            Terraform.of(tools, infra()).run("init", "-input=false");
        }
        if (!missing.isEmpty()) {
            throw new MojoFailureException("Not ready to deploy: see above what is missing, and how to get it.");
        }
        getLog().info("ready: mvn owlet:tf-up");
    }
}
