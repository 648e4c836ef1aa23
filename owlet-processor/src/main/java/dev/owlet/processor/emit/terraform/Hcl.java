package dev.owlet.processor.emit.terraform;

import java.util.regex.Pattern;

/** Text inside Terraform JSON, where every string is a template (Terraform language, "JSON Configuration Syntax"). */
final class Hcl {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern CARRIAGE_RETURN = Pattern.compile("(\\$*)\r");

    private Hcl() {}

    /**
     * A string that stands for {@code text} itself: what would open a template sequence does not. Terraform (1.11) reads
     * escapes behind a bare carriage return differently and drops a byte order mark that begins a template, so these are
     * written as sequences themselves.
     */
    static String literal(String text) {
        String escaped = text.replace("${", "$${").replace("%{", "%%{");
        String literal = CARRIAGE_RETURN.matcher(escaped).replaceAll("\\${\"$1\\\\r\"}");
        return literal.startsWith(BYTE_ORDER_MARK) ? "${\"\"}" + literal : literal;
    }
}
