package dev.owlet.runtime.table;

/** What a group may do with the rows of a concept. */
public enum Operation {
    CREATE,
    READ,
    UPDATE,
    DELETE
}
