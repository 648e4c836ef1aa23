package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.upload.Rejects;
import dev.owlet.runtime.upload.Upload;
import dev.owlet.runtime.upload.UploadConflictException;
import dev.owlet.runtime.upload.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bucket does with signed addresses, for tables in a folder: takes files, and gives back the rows that did not get in.
 * Bodies of both go by in pieces. Whoever knows the token in an address may use it, for an hour, without signing in; it takes
 * a file of the announced size, once.
 */
final class FileRoutes {
    private static final Pattern ROUTE = Pattern.compile(
            "/api/(.+)/uploads/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(parts/(\\d{1,5})|rejects)");

    private final App app;
    private final Inbox inbox;

    FileRoutes(App app, Inbox inbox) {
        this.app = app;
        this.inbox = inbox;
    }

    /** @param file its body instead of the response's */
    record Answer(Response head, Optional<FileSource> file) {
        static Answer of(Response response) {
            return new Answer(response, Optional.empty());
        }
    }

    /** @param head a request whose body was not read */
    boolean has(Request head) {
        return ROUTE.matcher(head.path()).matches();
    }

    Answer answer(Request head, InputStream body) throws IOException {
        Matcher route = ROUTE.matcher(head.path());
        if (!route.matches()) {
            throw new IllegalArgumentException("no route to " + head.path());
        }
        Optional<Uploads<?>> uploads = app.uploads(Percent.decode(route.group(1)));
        Optional<Upload> upload = uploads.isEmpty() ? Optional.empty() : find(uploads.get(), route.group(2));
        if (upload.isEmpty()
                || !uploads.get()
                        .admits(
                                upload.get(),
                                route.group(3),
                                head.query("token").orElse(""))) {
            return Answer.of(
                    Problems.of(403, "This address is good for an hour. Ask for the upload to get a new one."));
        }
        return route.group(4) == null
                ? rejects(head, uploads.get(), upload.get())
                : Answer.of(receive(head, body, uploads.get(), upload.get(), Integer.parseInt(route.group(4))));
    }

    private static Optional<Upload> find(Uploads<?> uploads, String id) throws IOException {
        return uploads.isFolder() ? uploads.find(UUID.fromString(id)) : Optional.empty();
    }

    private Response receive(Request head, InputStream body, Uploads<?> uploads, Upload upload, int number)
            throws IOException {
        if (!head.method().equals("PUT")) {
            return Problems.of(405, "This address takes PUT only.").header("allow", "PUT");
        }
        Optional<Response> refusal = refusal(head, upload, number);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            String etag = uploads.receive(upload, number, body);
            if (!upload.inParts()) {
                inbox.look(uploads, upload);
            }
            return Response.empty(200).header("etag", etag);
        } catch (FileAlreadyExistsException e) {
            return Problems.of(412, "This has come before, and is kept as it came.");
        } catch (UploadConflictException e) {
            return Problems.of(400, String.valueOf(e.getMessage()));
        }
    }

    /** What a bucket refuses, too: there, these headers are signed. */
    private static Optional<Response> refusal(Request head, Upload upload, int number) {
        if (head.header("content-length").isEmpty()) {
            return Optional.of(Problems.of(411, "Send Content-Length: the size is part of what was announced."));
        }
        if (!head.header("content-length").get().equals(Long.toString(upload.sizeOf(number)))) {
            return Optional.of(
                    Problems.of(403, "This address takes " + upload.sizeOf(number) + " bytes, neither more nor less."));
        }
        boolean asAnnounced = upload.inParts()
                || (head.header("if-none-match").filter("*"::equals).isPresent()
                        && head.header("content-type")
                                .filter(upload.contentType()::equals)
                                .isPresent());
        return asAnnounced
                ? Optional.empty()
                : Optional.of(Problems.of(403, "Send the headers that came with this address, to the letter."));
    }

    private static Answer rejects(Request head, Uploads<?> uploads, Upload upload) throws IOException {
        if (!head.method().equals("GET") && !head.method().equals("HEAD")) {
            return Answer.of(
                    Problems.of(405, "This address takes GET, HEAD only.").header("allow", "GET, HEAD"));
        }
        Optional<Rejects> rejects = uploads.rejects(upload);
        if (rejects.isEmpty()) {
            return Answer.of(Problems.of(404, "No row was refused."));
        }
        Response response = Response.empty(200)
                .header("content-type", "application/octet-stream")
                .header(
                        "content-disposition",
                        "attachment; filename=\"" + rejects.get().filename() + "\"")
                .header("cache-control", "private, no-store")
                .header("x-content-type-options", "nosniff");
        return new Answer(response, Optional.of(rejects.get().file()));
    }
}
