package dev.owlet.processor.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads values that stand in the model, by their type, into values that can be compared. */
final class Literals implements FieldType.Cases<Optional<Comparable<?>>> {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern FLOAT = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String text;

    private Literals(String text) {
        this.text = text;
    }

    /** The value; empty when {@code text} is none of the type. */
    static Optional<Comparable<?>> parse(FieldType type, String text) {
        try {
            return type.match(new Literals(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Comparable<?>> bool(FieldType.Bool type) {
        return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> integer(FieldType.Int type) {
        return whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public Optional<Comparable<?>> longInteger(FieldType.Long type) {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Optional<Comparable<?>> whole(long min, long max) {
        return number(NUMBER)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(min)) >= 0 && n.compareTo(BigDecimal.valueOf(max)) <= 0)
                .map(n -> n);
    }

    private Optional<BigDecimal> number(Pattern form) {
        return form.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> doubleFloat(FieldType.Double type) {
        return number(FLOAT).filter(n -> Double.isFinite(n.doubleValue())).map(n -> n);
    }

    @Override
    public Optional<Comparable<?>> decimal(FieldType.Decimal type) {
        return number(NUMBER)
                .filter(n -> n.stripTrailingZeros().scale() <= type.scale())
                .filter(n -> n.abs().compareTo(BigDecimal.TEN.pow(type.precision() - type.scale())) < 0)
                .map(n -> n);
    }

    @Override
    public Optional<Comparable<?>> text(FieldType.Text type) {
        int length = text.codePointCount(0, text.length());
        boolean fits = length >= type.minLength().orElse(0)
                && length <= type.maxLength().orElse(Integer.MAX_VALUE);
        return fits ? Optional.of(text) : Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> markdown(FieldType.Markdown type) {
        return Optional.of(text);
    }

    @Override
    public Optional<Comparable<?>> email(FieldType.Email type) {
        return text.matches("[^\\s@]{1,64}@[^\\s@]{1,200}") ? Optional.of(text) : Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> url(FieldType.Url type) {
        return text.matches("https?://[^\\s]{1,2000}") ? Optional.of(text) : Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> uuid(FieldType.Uuid type) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> date(FieldType.Date type) {
        return Optional.of(LocalDate.parse(text));
    }

    @Override
    public Optional<Comparable<?>> time(FieldType.Time type) {
        return Optional.of(LocalTime.parse(text));
    }

    @Override
    public Optional<Comparable<?>> timestamp(FieldType.Timestamp type) {
        return Optional.of(Instant.parse(text));
    }

    @Override
    public Optional<Comparable<?>> json(FieldType.Json type) {
        return Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> file(FieldType.File type) {
        return Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> enumeration(FieldType.EnumOf type) {
        return type.type().values().stream().anyMatch(v -> v.code().equals(text))
                ? Optional.of(text)
                : Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> shape(FieldType.ShapeOf type) {
        return Optional.empty();
    }

    @Override
    public Optional<Comparable<?>> reference(FieldType.Reference type) {
        return type.keyType().match(this);
    }

    @Override
    public Optional<Comparable<?>> list(FieldType.ListOf type) {
        return Optional.empty();
    }
}
