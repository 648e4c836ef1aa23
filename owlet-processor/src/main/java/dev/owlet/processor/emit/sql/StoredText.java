package dev.owlet.processor.emit.sql;

import dev.owlet.processor.model.FieldType;

/** What a type is that Delta Lake has no type for and that is therefore stored as a string. */
enum StoredText {
    /** Stored as what it is. */
    NO,
    UUID,
    TIME,
    JSON;

    private static final Finder FINDER = new Finder();

    /** For a list: what its elements are. */
    static StoredText of(FieldType type) {
        return type.match(FINDER);
    }

    private static final class Finder implements FieldType.Cases<StoredText> {
        @Override
        public StoredText bool(FieldType.Bool type) {
            return NO;
        }

        @Override
        public StoredText integer(FieldType.Int type) {
            return NO;
        }

        @Override
        public StoredText longInteger(FieldType.Long type) {
            return NO;
        }

        @Override
        public StoredText doubleFloat(FieldType.Double type) {
            return NO;
        }

        @Override
        public StoredText decimal(FieldType.Decimal type) {
            return NO;
        }

        @Override
        public StoredText text(FieldType.Text type) {
            return NO;
        }

        @Override
        public StoredText markdown(FieldType.Markdown type) {
            return NO;
        }

        @Override
        public StoredText email(FieldType.Email type) {
            return NO;
        }

        @Override
        public StoredText url(FieldType.Url type) {
            return NO;
        }

        @Override
        public StoredText uuid(FieldType.Uuid type) {
            return UUID;
        }

        @Override
        public StoredText date(FieldType.Date type) {
            return NO;
        }

        @Override
        public StoredText time(FieldType.Time type) {
            return TIME;
        }

        @Override
        public StoredText timestamp(FieldType.Timestamp type) {
            return NO;
        }

        @Override
        public StoredText json(FieldType.Json type) {
            return JSON;
        }

        @Override
        public StoredText file(FieldType.File type) {
            return NO;
        }

        @Override
        public StoredText enumeration(FieldType.EnumOf type) {
            return NO;
        }

        @Override
        public StoredText shape(FieldType.ShapeOf type) {
            return NO;
        }

        @Override
        public StoredText reference(FieldType.Reference type) {
            return type.keyType().match(this);
        }

        @Override
        public StoredText list(FieldType.ListOf type) {
            return type.element().match(this);
        }
    }
}
