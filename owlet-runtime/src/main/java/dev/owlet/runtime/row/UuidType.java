package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A UUID in its canonical form (RFC 9562, section 4), read without case; ordered as its text. */
final class UuidType extends ScalarType<UUID> {
    private static final String EXPECTATION = "must be a UUID such as 0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4";

    UuidType() {
        super(Kind.UUID);
    }

    @Override
    UUID strict(JsonNode node) {
        return canonical(string(node, EXPECTATION));
    }

    @Override
    public UUID parse(String text) {
        return canonical(token(text, EXPECTATION));
    }

    @Override
    public @Nullable UUID quick(char[] text, int from, int to) {
        if (to - from != 36) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < 36; i++) {
            char c = text[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return null;
            }
            high = i < 18 ? high << 4 | digit : high;
            low = i < 18 ? 0 : low << 4 | digit;
        }
        return new UUID(high, low);
    }

    /** {@link UUID#fromString} alone would also take {@code 1-1-1-1-1}. */
    private static UUID canonical(String text) {
        if (text.length() != 36
                || text.charAt(8) != '-'
                || text.charAt(13) != '-'
                || text.charAt(18) != '-'
                || text.charAt(23) != '-') {
            throw BadValueException.type(EXPECTATION);
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw BadValueException.type(EXPECTATION);
        }
    }

    @Override
    public void write(UUID value, JsonGenerator out) throws IOException {
        out.writeString(value.toString());
    }

    @Override
    public String format(UUID value) {
        return value.toString();
    }

    /** Unsigned, unlike {@link UUID#compareTo}. */
    @Override
    public int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
