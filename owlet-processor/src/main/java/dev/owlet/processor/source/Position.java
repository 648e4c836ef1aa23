package dev.owlet.processor.source;

/**
 * A place in the model file.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Position(int line, int column) implements Comparable<Position> {
    public static final Position START = new Position(1, 1);

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
