package dev.owlet.runtime.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;

/** The actions of a commit: JSON objects, one a line (protocol, section "Delta Log Entries"). */
final class CommitLines {
    interface Visitor {
        void visit(JsonNode action) throws IOException;
    }

    private CommitLines() {}

    /**
     * Gives each action to a visitor, in order. Lines are read one at a time: a commit may be large.
     *
     * @throws IOException naming version and line where the commit is empty, a line is not a JSON object, or the visitor
     *     refuses it. Nothing is skipped: a line that cannot be read may be the one that removes a row.
     */
    static void each(String table, long version, byte[] commit, Visitor visitor) throws IOException {
        int line = 0;
        int actions = 0;
        for (int from = 0; from < commit.length; ) {
            int end = from;
            while (end < commit.length && commit[end] != '\n') {
                end++;
            }
            line++;
            if (!isBlank(commit, from, end)) {
                visit(commit, from, end, visitor, place(table, version) + ", line " + line + ", ");
                actions++;
            }
            from = end + 1;
        }
        if (actions == 0) {
            throw new IOException(place(table, version) + " cannot be read: its file is empty");
        }
    }

    private static String place(String table, long version) {
        return "version " + version + " of table " + table;
    }

    private static void visit(byte[] commit, int from, int end, Visitor visitor, String place) throws IOException {
        JsonNode action;
        try {
            action = Json.MAPPER.readTree(commit, from, end - from);
        } catch (JsonProcessingException e) {
            throw new IOException(place + "cannot be read: it is not JSON" + Json.place(e), e);
        }
        if (!action.isObject()) {
            throw new IOException(place + "cannot be read: it is not a JSON object");
        }
        try {
            visitor.visit(action);
        } catch (IllegalArgumentException e) {
            throw new IOException(place + "cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isBlank(byte[] text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
