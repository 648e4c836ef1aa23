package dev.owlet.processor.emit.terraform;

/** Text inside Terraform JSON, where every string is a template (Terraform language, "JSON Configuration Syntax"). */
final class Hcl {
    private Hcl() {}

    /** A string that stands for {@code text} itself: what would open a template sequence does not. */
    static String literal(String text) {
        return text.replace("${", "$${").replace("%{", "%%{");
    }
}
