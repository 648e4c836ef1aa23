/** SQL that lets other engines read the tables where they lie, one dialect a class. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit.sql;
