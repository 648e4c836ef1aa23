package dev.owlet.processor.emit.cost;

/** A page of Markdown under construction: a blank line between blocks, none within a table or list. */
final class MarkdownPage {
    private enum Block {
        TEXT,
        TABLE,
        LIST
    }

    private final StringBuilder text = new StringBuilder();
    private Block last = Block.TEXT;

    /** @param notice in a comment at the top */
    MarkdownPage(String notice) {
        text.append("<!-- ").append(notice).append(" -->\n");
    }

    void heading(String line) {
        begin(Block.TEXT, line);
    }

    void paragraph(String line) {
        begin(Block.TEXT, line);
    }

    /** Begins a table. */
    void table(String... heads) {
        last = Block.TEXT;
        row(heads);
        text.append("|---".repeat(heads.length)).append("|\n");
    }

    void row(String... cells) {
        begin(Block.TABLE, "| " + String.join(" | ", cells) + " |");
    }

    void item(String line) {
        begin(Block.LIST, "- " + line);
    }

    String text() {
        return text.toString();
    }

    private void begin(Block block, String line) {
        if (block == Block.TEXT || block != last) {
            text.append('\n');
        }
        text.append(line).append('\n');
        last = block;
    }
}
