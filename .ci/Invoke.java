import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Calls a handler of the deployable once, as Lambda does: {@code java -cp JAR:FOLDER Invoke com.acme.OwlWatch}, or {@code
 * …::maintain}. The event comes from the standard input, the answer goes to the standard output, what is printed to the standard
 * error, and the most memory that the process took to the file {@code -Dpeak}.
 */
final class Invoke {
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        String[] handler = args[0].split("::");
        Object project = Class.forName(handler[0]).getConstructor().newInstance();
        Context context = (Context) Proxy.newProxyInstance(
                Invoke.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) ->
                        method.getReturnType() == int.class ? (Object) 900_000 : null);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        if (handler.length == 1) {
            ((RequestStreamHandler) project).handleRequest(System.in, answer, context);
        } else {
            project.getClass()
                    .getMethod(handler[1], InputStream.class, OutputStream.class, Context.class)
                    .invoke(project, System.in, answer, context);
        }
        out.writeBytes(answer.toByteArray());
        out.flush();
        String peak = Files.readString(Path.of("/proc/self/status")).replaceAll("(?s).*VmHWM:\\s*(\\d+) kB.*", "$1");
        Files.writeString(Path.of(System.getProperty("peak")), Integer.parseInt(peak) / 1024 + "\n");
    }
}
