package dev.owlet.processor.source;

/** Every kind of fault in a model, with its stable code. Codes are never reused; {@code docs/problems.md} has examples. */
public enum ProblemCode {
    /** Owlet itself is at fault. */
    INTERNAL("OW000"),
    /** The file is not YAML. */
    SYNTAX("OW001"),
    /** A name stands twice in one map. */
    DUPLICATE_KEY("OW002"),
    /** A YAML anchor. */
    ANCHOR("OW003"),
    /** A YAML alias. */
    ALIAS("OW004"),
    /** A YAML tag. */
    TAG("OW005"),
    /** More than one YAML document. */
    SEVERAL_DOCUMENTS("OW006"),
    /** The file is larger than the compiler reads. */
    FILE_TOO_LARGE("OW007"),
    /** Maps and lists are nested too deeply. */
    TOO_DEEP("OW008"),
    /** A control character, an unpaired surrogate or a mark that turns the reading direction. */
    CONTROL_CHARACTER("OW009"),
    /** The file is not UTF-8. */
    ENCODING("OW010"),
    /** More problems than are shown. */
    TOO_MANY_PROBLEMS("OW011"),

    /** A part that the language does not know. */
    UNKNOWN_KEY("OW020"),
    /** A part that must be given is not. */
    MISSING_KEY("OW021"),
    /** A map where a list or a single value belongs, or the like. */
    WRONG_KIND("OW022"),
    /** A value that its part does not take. */
    WRONG_VALUE("OW023"),
    /** The version of the language is not known. */
    LANGUAGE_VERSION("OW024"),
    /** The model is larger than the compiler takes. */
    MODEL_TOO_LARGE("OW025"),
    /** A month is estimated to cost more than the model's budget. */
    OVER_BUDGET("OW026"),

    /** A name does not have the form of its kind. */
    NAME_FORM("OW030"),
    /** A name that Java, SQL or generated code needs for itself. */
    NAME_RESERVED("OW031"),
    /** Two names that would be one in a file system, in SQL or in Java. */
    NAME_COLLISION("OW032"),
    /** Two concepts would have the same path. */
    PATH_COLLISION("OW033"),
    /** The project's name does not fit the names of cloud resources. */
    PROJECT_NAME("OW034"),

    /** A type that is not declared. */
    UNKNOWN_TYPE("OW040"),
    /** The text of a type is not well formed. */
    TYPE_FORM("OW041"),
    /** A concept referred to that is not declared. */
    UNKNOWN_CONCEPT("OW042"),
    /** A reference to a concept that cannot be referred to. */
    BAD_REFERENCE("OW043"),
    /** A shape that holds itself. */
    RECURSIVE_SHAPE("OW044"),
    /** A field that is not declared. */
    UNKNOWN_FIELD("OW045"),

    /** A word of a field's text that means nothing. */
    UNKNOWN_MODIFIER("OW050"),
    /** A part of a field given twice. */
    REPEATED_MODIFIER("OW051"),
    /** A part of a field that its type cannot have. */
    MISPLACED_MODIFIER("OW052"),
    /** A value that is not one of the field's type. */
    BAD_LITERAL("OW053"),
    /** A range in which nothing lies. */
    EMPTY_RANGE("OW054"),
    /** A default or an example that the field itself would refuse. */
    OUT_OF_RANGE("OW055"),
    /** A pattern that is not a regular expression, or not one for every target. */
    BAD_PATTERN("OW056"),
    /** A pattern that may run for ever. */
    SLOW_PATTERN("OW057"),

    /** A key of a concept that cannot serve as one. */
    BAD_KEY("OW060"),
    /** A label or subject that cannot serve as one. */
    BAD_LABEL("OW061"),
    /** A partition that cannot serve as one. */
    BAD_PARTITION("OW062"),
    /** Fields that cannot be unique. */
    BAD_UNIQUE("OW063"),
    /** A group or a right that does not exist. */
    BAD_ACCESS("OW064"),
    /** A setting of uploads that cannot work. */
    BAD_UPLOAD("OW065"),
    /** An earlier name that is still in use. */
    BAD_WAS("OW066"),

    /** An expression that is not well formed. */
    EXPRESSION_SYNTAX("OW070"),
    /** A name in an expression that is neither a field nor a value of an enum. */
    EXPRESSION_NAME("OW071"),
    /** Operands that do not fit each other. */
    EXPRESSION_TYPE("OW072"),
    /** A rule that is not a condition. */
    RULE_TYPE("OW073"),
    /** A computed field whose expression does not fit its type. */
    COMPUTED_TYPE("OW074"),
    /** Computed fields that need each other. */
    COMPUTED_CYCLE("OW075"),
    /** A required computed field whose expression may have no value. */
    COMPUTED_ABSENT("OW076"),

    /** A column that the catalog of AWS does not take. */
    COLUMN_TOO_LARGE("OW080");

    private final String code;

    ProblemCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
