package dev.owlet.processor.model;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Titles, paths and plurals from names. Where the rule fails, {@code plural:} and {@code title:} say it. */
final class English {
    private static final Map<String, String> IRREGULAR = Map.of(
            "person",
            "people",
            "child",
            "children",
            "man",
            "men",
            "woman",
            "women",
            "foot",
            "feet",
            "tooth",
            "teeth",
            "mouse",
            "mice",
            "goose",
            "geese",
            "criterion",
            "criteria",
            "datum",
            "data");
    private static final Set<String> UNCHANGED = Set.of(
            "series",
            "species",
            "sheep",
            "fish",
            "data",
            "equipment",
            "information",
            "news",
            "staff",
            "feedback",
            "metadata",
            "media");

    private English() {}

    /** {@code InvoiceLine}, {@code seen_at}, {@code owl-watch} → {@code Invoice line}, {@code Seen at}, {@code Owl watch}. */
    static String title(String name) {
        StringBuilder title = new StringBuilder();
        for (String word : words(name)) {
            boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && !isAllUpper(name);
            title.append(title.isEmpty() ? "" : " ").append(acronym ? word : word.toLowerCase(Locale.ROOT));
        }
        return title.isEmpty() ? name : Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** The title of many: the plural of its last word. */
    static String plural(String title) {
        int space = title.lastIndexOf(' ');
        String word = title.substring(space + 1);
        String plural = pluralWord(word.toLowerCase(Locale.ROOT));
        boolean upper = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        if (acronym) {
            plural = word + "s";
        } else if (upper) {
            plural = Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
        }
        return title.substring(0, space + 1) + plural;
    }

    private static String pluralWord(String word) {
        if (UNCHANGED.contains(word)) {
            return word;
        }
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.get(word);
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        if (word.endsWith("sis")) {
            return word.substring(0, word.length() - 2) + "es";
        }
        return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
    }

    /** {@code Invoice lines} → {@code invoice-lines}. */
    static String kebab(String title) {
        return title.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    /** {@code InvoiceLine} → {@code invoice_line}. */
    static String snake(String name) {
        return String.join("_", words(name)).toLowerCase(Locale.ROOT);
    }

    private static String[] words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
                .replaceAll("[_\\-]+", " ")
                .strip()
                .split(" ");
    }

    private static boolean isAllUpper(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }
}
