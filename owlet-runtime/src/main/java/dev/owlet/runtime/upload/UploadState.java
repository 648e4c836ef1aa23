package dev.owlet.runtime.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * How far an upload is.
 *
 * @param details what is known beyond that: rows read so far while it is running, the whole report when it is done, a
 *     {@code message} when it failed
 * @param undone whether what it did was taken back
 */
public record UploadState(Status status, ObjectNode details, boolean undone) {
    /** What has become of an upload. */
    public enum Status {
        /** The file, or a part of it, has not come yet, or has not been begun with. */
        WAITING,
        /** Its rows are being read. */
        RUNNING,
        /** Its good rows are in. */
        DONE,
        /** Nothing of it is in, and nothing will be. */
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
