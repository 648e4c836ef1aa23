package dev.owlet.runtime.app;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.owlet.runtime.auth.TokenVerifier;
import dev.owlet.runtime.http.Authenticator;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.Routes;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Maintenance;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.Tables;
import dev.owlet.runtime.table.UnknownVersionException;
import dev.owlet.runtime.upload.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project: its tables and its routes, answering requests the same way on Lambda and on a laptop. The generated project
 * class extends it and adds everything in its constructor; from then on it is thread-safe.
 */
public abstract class App implements RequestStreamHandler {
    private final String project;
    private final String title;
    private final Config config;
    private final Tables tables;
    private final Router router = new Router(this::authenticate);
    private volatile Authenticator authenticator;

    /**
     * @param project name, such as {@code owl-watch}
     * @param title for people, such as {@code Owl watch}
     */
    protected App(String project, String title, Config config) {
        this.project = project;
        this.title = title;
        this.config = config;
        authenticator = config.issuer()
                .<Authenticator>map(issuer -> TokenVerifier.of(issuer, config.clientId()))
                .orElse(request -> null);
        tables = new Tables(ObjectStore.open(config.root()));
        routes(new SystemRoutes(getClass(), project));
    }

    /** Registers a table and opens it at the configured root. */
    protected final <X extends Table<?>> X table(X table) {
        return tables.add(table);
    }

    /** Adds routes; each asks for a signed-in user unless added by {@link Router#open}. */
    protected final void routes(Routes routes) {
        routes.addTo(router);
    }

    public final String project() {
        return project;
    }

    public final String title() {
        return title;
    }

    public final Config config() {
        return config;
    }

    /** All tables of the project. */
    public final Tables tables() {
        return tables;
    }

    /**
     * The uploads of a table.
     *
     * @param path of its concept in the API, such as {@code field/sightings}
     */
    public final Optional<Uploads<?>> uploads(String path) {
        for (Table<?> table : tables.all()) {
            if (table.spec().path().equals(path)) {
                return Optional.of(new Uploads<>(table));
            }
        }
        return Optional.empty();
    }

    /** Takes the place of the check of {@link Config#issuer}'s tokens; for the local issuer and for tests. */
    public final void authenticator(Authenticator other) {
        authenticator = other;
    }

    /** The answer to a request. Never throws: a fault of ours is a 500 whose id is in the log, with the cause. */
    public final Response handle(Request request) {
        try {
            return router.handle(request);
        } catch (UnknownVersionException e) {
            return Problems.of(410, String.valueOf(e.getMessage()));
        } catch (Exception | StackOverflowError e) {
            String id = UUID.randomUUID().toString();
            Log.failure(id, request, e);
            return Problems.of(500, "Something went wrong here, not with your request. It is logged as " + id + ".");
        }
    }

    /** Entry point on AWS Lambda, behind an HTTP API with payload format 2.0. */
    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        LambdaEvents.answer(input, output, this::handle);
    }

    /**
     * Entry point on AWS Lambda for the care of the tables ({@link Maintenance}), by the handler {@code
     * com.example.OwlWatch::maintain} and a schedule; what the event says does not matter. Answers with what was done, as
     * JSON. Begins nothing new in the last 30 seconds of its time, and names what is left for the next run.
     *
     * @throws IllegalStateException when a table has problems, so that the invocation counts as failed
     */
    public final void maintain(InputStream input, OutputStream output, Context context) throws IOException {
        LambdaMaintenance.run(tables, output, context::getRemainingTimeInMillis);
    }

    /**
     * Entry point on AWS Lambda for files that came into the inbox, by the handler {@code com.example.OwlWatch::ingest} and
     * the bucket's event. Events may come several times and in any order; each file is taken in once. Answers with what was
     * done, as JSON.
     *
     * @throws IOException like a {@link RuntimeException}, when a file could not be taken in by no fault of its own, so that
     *     the invocation counts as failed and is tried again
     */
    public final void ingest(InputStream input, OutputStream output, Context context) throws IOException {
        new LambdaIngest(tables, config.root(), context::getRemainingTimeInMillis).run(input, output);
    }

    private @Nullable User authenticate(Request request) {
        return authenticator.authenticate(request);
    }
}
