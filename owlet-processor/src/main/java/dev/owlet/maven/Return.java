package dev.owlet.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/** Waits on a loopback port for a browser that comes back from the sign-in; answers one request and closes. */
final class Return implements AutoCloseable {
    private static final Pattern WITH_ANSWER = Pattern.compile("GET /\\?(\\S*(?:code|error)=\\S*) HTTP/1\\.[01]");
    private static final Duration SLOWEST_REQUEST = Duration.ofSeconds(5);

    private final ServerSocket socket;

    /** @param port 0 for any free one */
    Return(int port, Duration patience) throws MojoFailureException, IOException {
        try {
            socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new MojoFailureException(
                    "Port " + port + " is taken; the sign-in returns there. Stop what uses it, such as the web app in"
                            + " development, or add another origin to dev_origins in infra/ and give its port by -Dport",
                    e);
        }
        socket.setSoTimeout((int) patience.toMillis());
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The query that the browser brings. Whatever else asks, for an icon say, is sent away. */
    String query() throws IOException, MojoFailureException {
        while (true) {
            try (Socket browser = socket.accept()) {
                browser.setSoTimeout((int) SLOWEST_REQUEST.toMillis());
                Matcher request = WITH_ANSWER.matcher(firstLine(browser));
                answer(browser, request.matches());
                if (request.matches()) {
                    return request.group(1);
                }
            } catch (SocketTimeoutException e) {
                throw new MojoFailureException("Nobody signed in. Start again.", e);
            }
        }
    }

    private static String firstLine(Socket browser) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(browser.getInputStream(), StandardCharsets.US_ASCII));
        String first = in.readLine();
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        return first == null ? "" : first;
    }

    private static void answer(Socket browser, boolean done) throws IOException {
        String text =
                done ? "You are signed in. The token is in the terminal; this page can be closed.\n" : "Not here.\n";
        String head =
                "HTTP/1.1 " + (done ? "200 OK" : "404 Not Found") + "\r\ncontent-type: text/plain\r\ncontent-length: "
                        + text.length() + "\r\ncache-control: no-store\r\nconnection: close\r\n\r\n";
        browser.getOutputStream().write((head + text).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
