package dev.owlet.processor.source;

/** Every kind of fault in a model, with its stable code. Codes are never reused. */
public enum ProblemCode {
    /** The file is not YAML. */
    SYNTAX("OW001");

    private final String code;

    ProblemCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
