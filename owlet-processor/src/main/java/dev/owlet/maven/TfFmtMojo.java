package dev.owlet.maven;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Formats the Terraform files in {@code infra/}, and names those that it changed. */
@Mojo(name = "tf-fmt")
public class TfFmtMojo extends CloudMojo {
    @Override
    void run(Tools tools) throws IOException, InterruptedException, MojoFailureException {
        Terraform.of(tools, infra()).run("fmt", "-recursive");
    }
}
