package dev.owlet.processor.infer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headings and file names as names of the language. */
final class Names {
    private static final int LONGEST = 60;

    /** Methods of every object and of every generated record, and the words of expressions. */
    private static final Set<String> NO_FIELDS = Set.of(
            "clone", "finalize", "notify", "wait", "builder", "and", "or", "not", "is", "in", "null", "true", "false");

    /** Types that generated code calls by these names. */
    private static final Set<String> NO_CONCEPTS = Set.of(
            "App",
            "Builder",
            "Change",
            "Check",
            "Class",
            "Collection",
            "Column",
            "Config",
            "Enum",
            "Error",
            "Exception",
            "Filter",
            "Function",
            "Handler",
            "Json",
            "List",
            "Main",
            "Map",
            "Number",
            "Object",
            "Operation",
            "Outcome",
            "Pattern",
            "Record",
            "Resource",
            "Router",
            "Set",
            "Stream",
            "System",
            "Table",
            "Value",
            "Violation");

    private Names() {}

    /** One field name a heading, all different even without case. */
    static List<String> fields(List<String> headings) {
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String base = snakeCase(headings.get(i));
            if (base.isEmpty()) {
                base = "column_" + (i + 1);
            } else if (NO_FIELDS.contains(base)) {
                base += "_value";
            }
            String name = base;
            for (int n = 2; !used.add(name); n++) {
                name = base + "_" + n;
            }
            names.add(name);
        }
        return names;
    }

    /** {@code ISO3166-1-Alpha-2} becomes {@code iso3166_1_alpha_2}, {@code CustomerId} {@code customer_id}. */
    static String snakeCase(String heading) {
        String words = ascii(heading)
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        if (!words.isEmpty() && Character.isDigit(words.charAt(0))) {
            words = "n_" + words;
        }
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    /** {@code country-codes.csv} becomes {@code CountryCode}: a concept is named in the singular. */
    static String concept(String fileName) {
        String stem = snakeCase(fileName.replaceFirst("\\.[^.]*$", ""));
        StringBuilder name = new StringBuilder();
        for (String word : singular(stem).split("_", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        if (name.isEmpty() || NO_CONCEPTS.contains(name.toString())) {
            name.append("Row");
        }
        return name.toString();
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3;
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
    }
}
