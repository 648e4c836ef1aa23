package dev.owlet.runtime.local;

/** {@link SampleApp} in a process of its own, as a project runs. */
final class SampleProcess {
    private SampleProcess() {}

    public static void main(String[] arguments) {
        Main.run(SampleApp::new, arguments);
    }
}
