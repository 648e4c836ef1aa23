package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ScalarNode;

/**
 * A word or value as it stands in the file.
 *
 * @param quoted whether it stood in quotes: then it is a text, never a word of the language
 */
record Written(String text, boolean quoted, Position at) {
    static Written of(ScalarNode node) {
        return new Written(node.text(), !node.plain(), node.at());
    }

    /** Whether it is the word {@code word} of the language. */
    boolean is(String word) {
        return !quoted && text.equals(word);
    }
}
