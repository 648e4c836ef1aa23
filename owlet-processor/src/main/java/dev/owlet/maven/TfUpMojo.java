package dev.owlet.maven;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Packages the project, shows what deploying it changes, asks, and deploys it. */
@Mojo(name = "tf-up")
@Execute(phase = LifecyclePhase.PACKAGE)
public class TfUpMojo extends DeploymentMojo {
    @Override
    void run(Deployment deployment) throws IOException, InterruptedException, MojoFailureException {
        deployment.up();
    }
}
