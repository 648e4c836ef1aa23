package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.RowFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The data files that one write has made so far. When its commit gives way to another and it then decides as before,
 * their files serve again. Not thread-safe.
 */
final class Drafts<T> {
    /**
     * A file that no commit names is removed by maintenance once it is old. One that waited this long, in a computer
     * that slept meanwhile, is made anew.
     */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final RowFiles<Stored<T>> files;
    private List<Draft> earlier = new ArrayList<>();
    private List<Draft> current = new ArrayList<>();

    private record Draft(Object content, Optional<DataFile> file, Instant made) {
        boolean isFresh() {
            return made.isAfter(Instant.now().minus(FRESH));
        }
    }

    private record Remainder(DataFile file, BitSet gone) {}

    Drafts(RowFiles<Stored<T>> files) {
        this.files = files;
    }

    /** Begins another attempt. */
    void again() {
        earlier.addAll(current);
        current = new ArrayList<>();
    }

    DataFile of(Layout.Piece<T> piece) throws IOException {
        return draft(piece, () -> Optional.of(files.write(piece.rows(), piece.partition())))
                .orElseThrow();
    }

    /** A file with the rows of another but some; empty when none is left. */
    Optional<DataFile> without(DataFile file, BitSet gone) throws IOException {
        return draft(new Remainder(file, gone), () -> files.copyWithout(file, gone));
    }

    private Optional<DataFile> draft(Object content, Maker maker) throws IOException {
        for (Draft draft : earlier) {
            if (draft.isFresh() && draft.content.equals(content)) {
                current.add(draft);
                return draft.file;
            }
        }
        Draft made = new Draft(content, maker.make(), Instant.now());
        current.add(made);
        return made.file;
    }

    /** Removes what earlier attempts made and the committed one did not use. */
    void discardEarlier() {
        Set<DataFile> used = new HashSet<>();
        current.forEach(draft -> draft.file.ifPresent(used::add));
        for (Draft draft : earlier) {
            draft.file.filter(file -> !used.contains(file)).ifPresent(files::discard);
        }
        earlier = List.of();
    }

    /** Removes all, as no commit took any. */
    void discardAll() {
        again();
        discardEarlier();
    }

    private interface Maker {
        Optional<DataFile> make() throws IOException;
    }
}
