package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code locale}: a language, a script and a region, as in BCP 47 (RFC 5646, section 2.1). */
final class LocaleReader {
    private static final Pattern TAG =
            Pattern.compile("(?<language>[a-z]{2,3})(-[A-Z][a-z]{3})?(-(?<region>[A-Z]{2}|[0-9]{3}))?");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final int LETTERS = 2;

    private LocaleReader() {}

    static Optional<String> read(Section root, Problems problems) {
        Optional<ScalarNode> node = root.scalar("locale");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String tag = node.get().text();
        Matcher parts = TAG.matcher(tag);
        if (!parts.matches()) {
            refuse(node.get(), Quote.of(tag) + " is no locale", problems);
        } else if (isUnknown(parts.group("language"), LANGUAGES)) {
            refuse(node.get(), "There is no language " + Quote.of(parts.group("language")), problems);
        } else if (isUnknown(parts.group("region"), REGIONS)) {
            refuse(node.get(), "There is no country " + Quote.of(parts.group("region")), problems);
        }
        return Optional.of(tag);
    }

    /** Browsers take en-UK for en, and write dates as in the United States. Longer codes are known to nobody here. */
    private static boolean isUnknown(@Nullable String code, Set<String> known) {
        return code != null && code.length() == LETTERS && !known.contains(code);
    }

    private static void refuse(ScalarNode node, String what, Problems problems) {
        problems.add(
                node.at(),
                ProblemCode.WRONG_VALUE,
                what,
                "Write a language in small letters and a country in capitals, such as nl-NL, en-GB or fr");
    }
}
