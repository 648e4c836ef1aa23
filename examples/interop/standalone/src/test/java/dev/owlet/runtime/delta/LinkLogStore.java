package dev.owlet.runtime.delta;

import io.delta.storage.LocalLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Creates commits by hard link, as Owlet does: delta-storage's own way renames, and two processes may both win. */
public final class LinkLogStore extends LocalLogStore {
    /** @param configuration as delta-standalone gives it */
    public LinkLogStore(Configuration configuration) {
        super(configuration);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
            throws IOException {
        StringBuilder text = new StringBuilder();
        actions.forEachRemaining(action -> text.append(action).append('\n'));
        java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
        dev.owlet.runtime.store.ObjectStore.open(target.getParent().toString())
                .put(target.getFileName().toString(), text.toString().getBytes(StandardCharsets.UTF_8), !overwrite);
    }
}
