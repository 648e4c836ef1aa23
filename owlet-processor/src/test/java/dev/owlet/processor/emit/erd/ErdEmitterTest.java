package dev.owlet.processor.emit.erd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.Models;
import org.junit.jupiter.api.Test;

class ErdEmitterTest {
    @Test
    void drawsEntitiesAndReferences() {
        String diagram = Models.file(new ErdEmitter(), Models.ofCase("owl-watch"), "erd.mmd");
        assertThat(diagram)
                .contains("\"Sighting\"[\"Sighting\"] {\n        uuid id PK\n        text site FK\n")
                .contains("        decimal weight \"g\"\n")
                .contains("        text[] rings\n")
                .contains("    \"Site\" ||--o{ \"Sighting\" : \"site\"\n");
    }

    /** Every line of the diagram is of one of the forms that the grammar has; a label holds no character that acts. */
    @Test
    void noTextOfTheModelEndsALabel() {
        String label = "\"[\\p{L}\\p{M}\\p{N} .,:()/°²³µ·+-]*\"";
        String name = "\"[A-Za-z0-9]+\"";
        assertThat(Models.file(new ErdEmitter(), Models.hostile(), "erd.mmd")
                        .lines()
                        .skip(2))
                .allMatch(line -> line.equals("    }")
                        || line.matches("    " + name + "\\[" + label + "] \\{")
                        || line.matches("        [A-Za-z0-9]+(\\[])? \\w+( [PFU]K(, [PFU]K)*)?( " + label + ")?")
                        || line.matches("    " + name + " [|}][|o]--o\\{ " + name + " : \"\\w+\""));
    }
}
