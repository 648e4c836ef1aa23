package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violations;
import dev.owlet.runtime.table.BusyException;
import dev.owlet.runtime.table.Operation;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.table.UndoException;
import dev.owlet.runtime.upload.SentPart;
import dev.owlet.runtime.upload.Upload;
import dev.owlet.runtime.upload.UploadConflictException;
import dev.owlet.runtime.upload.UploadState;
import dev.owlet.runtime.upload.UploadState.Status;
import dev.owlet.runtime.upload.Uploads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The routes of the files that people hand in for one table. */
final class UploadRoutes<T> {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TableSpec<T> spec;
    private final Uploads<T> uploads;
    private final UploadJson json;

    UploadRoutes(Table<T> table) {
        spec = table.spec();
        uploads = new Uploads<>(table);
        json = new UploadJson(uploads, spec.path());
    }

    Response announce(Request request) throws IOException {
        User user = Access.require(spec, request, Operation.CREATE);
        Parameters.none(request);
        UploadRequest wanted = UploadRequest.of(request, spec);
        if (wanted.mode() == IngestMode.UPSERT) {
            Access.require(spec, request, Operation.UPDATE);
        }
        Upload upload = uploads.announce(
                wanted.filename(), wanted.size(), wanted.contentType(), wanted.mode(), wanted.match(), user.name());
        return Response.json(201, json.announced(upload)).header("location", json.location(upload));
    }

    /** Reports hold what people wanted to load, so that they are for those who may do that. */
    Response list(Request request) throws IOException {
        Access.require(spec, request, Operation.CREATE);
        Parameters parameters = new Parameters(request);
        int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        parameters.finish();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.putArray("items");
        for (Upload upload : uploads.recent(limit)) {
            answer.withArray("/items").add(json.item(upload));
        }
        return Response.json(200, answer);
    }

    Response get(Request request) throws IOException {
        Access.require(spec, request, Operation.CREATE);
        Parameters.none(request);
        return Response.json(200, json.whole(find(request)));
    }

    Response complete(Request request) throws IOException {
        User user = Access.require(spec, request, Operation.CREATE);
        Parameters.none(request);
        Upload upload = find(request);
        requireOwn(upload, user);
        List<SentPart> sent = sent(request);
        if (uploads.state(upload).status() == Status.WAITING) {
            try {
                uploads.complete(upload, sent);
            } catch (UploadConflictException e) {
                throw new ProblemException(409, String.valueOf(e.getMessage()));
            }
        }
        return Response.json(200, json.whole(upload));
    }

    /** What the client says it sent; it may say nothing, since the store knows. */
    private static List<SentPart> sent(Request request) {
        List<SentPart> sent = new ArrayList<>();
        if (request.body().length == 0) {
            return sent;
        }
        Violations faults = new Violations();
        for (JsonNode part : Bodies.object(request, List.of("application/json")).path("parts")) {
            if (!part.path("number").isInt()) {
                faults.add("/parts", "type", "must be a list of {number, etag}");
            }
            sent.add(new SentPart(part.path("number").asInt(), part.path("etag").asText("")));
        }
        Faults.refuse(faults);
        return sent;
    }

    /** Calls off what waits, stops what is being read, undoes what is done. */
    Response withdraw(Request request) throws IOException {
        User user = Access.require(spec, request);
        Parameters.none(request);
        boolean may = Access.allows(spec, user, Operation.DELETE);
        if (!may) {
            Access.require(spec, request, Operation.CREATE);
        }
        Upload upload = find(request);
        if (!may) {
            requireOwn(upload, user);
        }
        if (uploads.state(upload).status() == Status.WAITING && uploads.cancel(upload, user.name())) {
            return Response.empty(204);
        }
        UploadState state = uploads.state(upload);
        switch (state.status()) {
            case WAITING, RUNNING -> {
                uploads.stop(upload, user.name());
                return Response.json(202, json.whole(upload));
            }
            case DONE -> undo(upload, state, user);
            default -> {
                // nothing of it is in
            }
        }
        return Response.empty(204);
    }

    private void undo(Upload upload, UploadState state, User user) throws IOException {
        if (state.undone()) {
            return;
        }
        try {
            uploads.undo(upload, user.name());
        } catch (UndoException e) {
            throw new ProblemException(409, String.valueOf(e.getMessage()));
        } catch (BusyException e) {
            throw new ProblemException(503, "Others write to this table all the time; nothing was changed. Try again.");
        }
    }

    private void requireOwn(Upload upload, User user) {
        if (!upload.user().equals(user.name()) && !Access.allows(spec, user, Operation.DELETE)) {
            throw new ProblemException(
                    403,
                    "This is the upload of " + upload.user()
                            + ": it takes that person, or somebody who may delete rows of " + spec.name() + ".");
        }
    }

    private Upload find(Request request) throws IOException {
        String id = request.param("id");
        if (ID.matcher(id).matches()) {
            Optional<Upload> found = uploads.find(UUID.fromString(id));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ProblemException(404, "There is no such upload for " + spec.name() + ".");
    }
}
