package dev.owlet.maven;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Takes the deployed project away; rows and people only when told to. */
@Mojo(name = "tf-down")
@Execute(phase = LifecyclePhase.PACKAGE)
public class TfDownMojo extends DeploymentMojo {
    /** Whether the rows of all tables and the people who signed up go, too. */
    @Parameter(property = "data", defaultValue = "false")
    private boolean data;

    @Override
    boolean makesFunctions() {
        return false;
    }

    @Override
    void run(Deployment deployment) throws IOException, InterruptedException, MojoFailureException {
        if (data) {
            deployment.downWithData();
        } else {
            deployment.down();
        }
    }
}
