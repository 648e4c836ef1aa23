package dev.owlet.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A checked expression of a rule or a computed field. Comparisons and logic are three-valued, as in SQL: an absent
 * operand makes the result unknown ({@code null}); a rule fails only when it is false; a computed field that is not
 * optional is a {@code bool} and takes unknown as false. Targets handle all forms through {@link #match}.
 */
public sealed interface Expr {
    <R> R match(Cases<R> cases);

    /** What an expression yields. */
    enum Type {
        BOOL,
        INT,
        LONG,
        DOUBLE,
        DECIMAL,
        TEXT,
        UUID,
        DATE,
        TIME,
        TIMESTAMP,
        ENUM,
        LIST,
        OTHER
    }

    Type type();

    /** Whether the result may be absent. */
    boolean nullable();

    /** One method a form. */
    interface Cases<R> {
        R literal(Literal e);

        R enumValue(EnumValue e);

        R field(FieldRef e);

        R unary(Unary e);

        R binary(Binary e);

        R isNull(IsNull e);

        R in(In e);

        R call(Call e);
    }

    /** @param value {@code true}, {@code 600}, {@code 2026-01-01}; text without its quotes */
    record Literal(Type type, String value) implements Expr {
        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.literal(this);
        }
    }

    record EnumValue(String enumName, String code) implements Expr {
        @Override
        public Type type() {
            return Type.ENUM;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.enumValue(this);
        }
    }

    /**
     * @param path a field, or a field and fields of its shape: {@code [position, lat]}
     * @param fieldType type of the last one
     */
    record FieldRef(List<String> path, FieldType fieldType, Type type, boolean nullable, Optional<String> enumName)
            implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.field(this);
        }
    }

    /** {@code not x}, {@code -x}. */
    record Unary(UnaryOp op, Expr operand, Type type) implements Expr {
        @Override
        public boolean nullable() {
            return operand.nullable();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unary(this);
        }
    }

    enum UnaryOp {
        NOT,
        NEGATE
    }

    /** Operands of a comparison or an operation; both already of types that fit each other. */
    record Binary(BinaryOp op, Expr left, Expr right, Type type) implements Expr {
        @Override
        public boolean nullable() {
            return left.nullable() || right.nullable();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.binary(this);
        }
    }

    enum BinaryOp {
        OR,
        AND,
        EQ,
        NE,
        LT,
        LTE,
        GT,
        GTE,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE
    }

    /** {@code x is null}, {@code x is not null}. */
    record IsNull(Expr operand, boolean negated) implements Expr {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.isNull(this);
        }
    }

    /** {@code x in [a, b]}. */
    record In(Expr operand, List<Expr> values) implements Expr {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean nullable() {
            return operand.nullable();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.in(this);
        }
    }

    /** A function of the language. */
    record Call(Function function, List<Expr> arguments, Type type, boolean nullable) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.call(this);
        }
    }

    /** Functions, by their names in lower case. */
    enum Function {
        /** Code points of a text. */
        LENGTH,
        /** Items of a list. */
        SIZE,
        LOWER,
        UPPER,
        /** Parts of a date or, in UTC, of a timestamp. */
        YEAR,
        MONTH,
        DAY,
        ABS,
        /** Decimal rounded half up to n places. */
        ROUND,
        /** Texts joined. */
        CONCAT,
        /** First present argument. */
        COALESCE,
        /** Time of the change. */
        NOW,
        /** Date of the change, in UTC. */
        TODAY
    }
}
