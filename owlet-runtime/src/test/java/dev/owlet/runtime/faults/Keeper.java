package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import dev.owlet.runtime.table.Maintenance;
import dev.owlet.runtime.table.MaintenanceProgress;
import dev.owlet.runtime.table.MaintenanceResult;
import dev.owlet.runtime.table.ShortRetention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Maintenance without end beside the writers, as a process of its own. Arguments: root, a folder that takes a copy of each
 * commit before it may be cleaned away, a file at whose coming it ends, and {@code stormy} when storage fails at times, so
 * that its work need not succeed. Retentions are seconds.
 */
final class Keeper {
    /** No write and no read takes that long here. */
    private static final Duration RETENTION = Duration.ofSeconds(20);

    private static final String LOG_RETENTION = "interval 30 seconds";
    private static final long PAUSE_MILLIS = 300;

    private final ObjectStore store;
    private final Path archive;

    private Keeper(ObjectStore store, Path archive) {
        this.store = store;
        this.archive = archive;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Keeper keeper = new Keeper(ObjectStore.open(arguments[0]), Path.of(arguments[1]));
        Path end = Path.of(arguments[2]);
        System.out.println("ready");
        boolean isStormy = arguments.length > 3;
        boolean good = true;
        while (!Files.exists(end)) {
            good &= keeper.keep(isStormy) || isStormy;
            Thread.sleep(PAUSE_MILLIS);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean keep(boolean isStormy) throws IOException {
        try {
            return keep();
        } catch (IOException e) {
            if (!isStormy) {
                throw e;
            }
            System.out.println(e);
            return false;
        }
    }

    /** @return false when anything went wrong */
    private boolean keep() throws IOException {
        for (String folder : Birds.FOLDERS.values()) {
            archive(folder);
        }
        boolean good = true;
        Birds birds = new Birds(store);
        var options = ShortRetention.of(RETENTION);
        for (MaintenanceResult result : new Maintenance(birds.tables(), options, MaintenanceProgress.NONE).run()) {
            System.out.println(result);
            good &= result.problems().isEmpty();
        }
        return good;
    }

    private void archive(String folder) throws IOException {
        Path target = Files.createDirectories(archive.resolve(folder));
        for (StoredObject object : store.listFrom(folder + "/_delta_log/")) {
            Path copy = target.resolve(object.key().substring(object.key().lastIndexOf('/') + 1));
            if (CommitLog.isCommit(object.key()) && !Files.exists(copy)) {
                Path whole = Files.write(target.resolve("unfinished"), store.get(object.key()));
                Files.move(whole, copy, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Has the logs of the tables shortened soon: by a property, as any engine would set it. */
    static void shorten(ObjectStore store) throws IOException {
        for (String folder : Birds.FOLDERS.values()) {
            var log = CommitLog.read(store, folder);
            if (!log.isEmpty()) {
                String first = new String(store.get(CommitLog.key(folder, 0)), StandardCharsets.UTF_8);
                String text = "{\"commitInfo\":{\"operation\":\"SET TBLPROPERTIES\"}}\n" + withRetention(first) + "\n";
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                store.put(CommitLog.key(folder, log.lastKey() + 1), bytes, true);
            }
        }
    }

    private static JsonNode withRetention(String commit) throws IOException {
        for (String line : commit.split("\n")) {
            JsonNode action = Json.MAPPER.readTree(line);
            if (action.has("metaData")) {
                ((ObjectNode) action.path("metaData").path("configuration"))
                        .put("delta.logRetentionDuration", LOG_RETENTION);
                return action;
            }
        }
        throw new IOException("the first commit has no metadata: " + commit);
    }
}
