package dev.owlet.processor.infer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the column that names a row: unique, never blank, short, and best called so. */
final class Key {
    private static final Set<String> TYPES = Set.of("int", "long", "uuid", "email");
    private static final int LONGEST = 60;

    private Key() {}

    static Optional<Column> choose(List<Column> columns, String concept) {
        List<Column> candidates =
                columns.stream().filter(Column::isUnique).filter(Key::canBeKey).toList();
        String own = Names.snakeCase(concept);
        return candidates.stream()
                .filter(column -> isCalledKey(column.field(), own))
                .findFirst()
                .or(() -> candidates.stream().filter(Key::isCode).findFirst())
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean canBeKey(Column column) {
        Guess guess = TypeGuesser.guess(column);
        return TYPES.contains(guess.type()) || guess.isText() && column.longest() <= LONGEST;
    }

    private static boolean isCalledKey(String field, String own) {
        return Set.of("id", "key", "code", "uuid", own + "_id", own + "_key", own + "_code")
                .contains(field);
    }

    /** Codes of one length that hold no words. */
    private static boolean isCode(Column column) {
        return column.shortest() == column.longest()
                && column.distinct().stream().allMatch(v -> v.chars().allMatch(c -> c > ' ' && c < 0x7F));
    }
}
