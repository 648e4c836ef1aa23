package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Field;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names of the model as names of Java: as written, but for Java's own words, which take a {@code _} at their end. */
final class JavaNames {
    private static final Pattern CAPITAL_WITHIN = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private JavaNames() {}

    /** The component, parameter and accessor of a field. */
    static String component(Field field) {
        return identifier(field.name());
    }

    static String identifier(String name) {
        return SourceVersion.isName(name) ? name : name + "_";
    }

    /** {@code wanted}, with as many {@code _} at its end as it takes to differ from {@code taken}. */
    static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** The constant of a field: {@code seen_at} and {@code seenAt} become {@code SEEN_AT}. */
    static String constant(Field field) {
        return CAPITAL_WITHIN.matcher(field.name()).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** {@code field/invoice-lines} becomes {@code fieldInvoiceLines}. */
    static String camelCase(String path) {
        StringBuilder name = new StringBuilder();
        for (String word : path.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                char first = word.charAt(0);
                name.append(name.isEmpty() ? Character.toLowerCase(first) : Character.toUpperCase(first))
                        .append(word, 1, word.length());
            }
        }
        return identifier(name.toString());
    }
}
