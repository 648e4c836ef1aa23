package dev.owlet.maven;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Packages the project and shows what deploying it would change. Changes nothing. */
@Mojo(name = "tf-plan")
@Execute(phase = LifecyclePhase.PACKAGE)
public class TfPlanMojo extends DeploymentMojo {
    @Override
    void run(Deployment deployment) throws IOException, InterruptedException, MojoFailureException {
        deployment.plan();
    }
}
