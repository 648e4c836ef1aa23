package dev.owlet.processor.model;

import java.util.Optional;

/** The type of a field. Targets handle all of them through {@link #match}, so that none is forgotten. */
public sealed interface FieldType {
    <R> R match(Cases<R> cases);

    /** One method a type; a target implements it once. */
    interface Cases<R> {
        R bool(Bool type);

        R integer(Int type);

        R longInteger(Long type);

        R doubleFloat(Double type);

        R decimal(Decimal type);

        R text(Text type);

        R markdown(Markdown type);

        R email(Email type);

        R url(Url type);

        R uuid(Uuid type);

        R date(Date type);

        R time(Time type);

        R timestamp(Timestamp type);

        R json(Json type);

        R file(File type);

        R enumeration(EnumOf type);

        R shape(ShapeOf type);

        R reference(Reference type);

        R list(ListOf type);
    }

    record Bool() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bool(this);
        }
    }

    record Int() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.integer(this);
        }
    }

    record Long() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.longInteger(this);
        }
    }

    record Double() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.doubleFloat(this);
        }
    }

    /**
     * @param precision 1..38
     * @param scale 0..precision
     */
    record Decimal(int precision, int scale) implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.decimal(this);
        }
    }

    /** Lengths in code points. */
    record Text(Optional<Integer> minLength, Optional<Integer> maxLength) implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    record Markdown() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.markdown(this);
        }
    }

    record Email() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.email(this);
        }
    }

    record Url() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.url(this);
        }
    }

    record Uuid() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.uuid(this);
        }
    }

    record Date() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.date(this);
        }
    }

    record Time() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.time(this);
        }
    }

    record Timestamp() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.timestamp(this);
        }
    }

    record Json() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.json(this);
        }
    }

    record File() implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.file(this);
        }
    }

    record EnumOf(EnumType type) implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.enumeration(this);
        }
    }

    record ShapeOf(Shape shape) implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shape(this);
        }
    }

    /**
     * @param concept name of the concept referred to
     * @param keyType type of that concept's key; never a reference, a list or a shape
     */
    record Reference(String concept, FieldType keyType) implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reference(this);
        }
    }

    /** Lists do not nest. */
    record ListOf(FieldType element) implements FieldType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.list(this);
        }
    }
}
