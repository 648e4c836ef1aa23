package dev.owlet.processor;

import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.api.JsonSchemaEmitter;
import dev.owlet.processor.emit.api.OpenApiEmitter;
import dev.owlet.processor.emit.cost.CostEmitter;
import dev.owlet.processor.emit.erd.ErdEmitter;
import dev.owlet.processor.emit.java.JavaEmitter;
import dev.owlet.processor.emit.sql.SqlEmitter;
import dev.owlet.processor.emit.terraform.TerraformEmitter;
import dev.owlet.processor.emit.web.WebModelEmitter;
import java.util.List;

/** Everything that is made of a model, one emitter an output kind. */
final class Emitters {
    /** Order has no meaning: no emitter sees what another made. */
    static final List<Emitter> ALL = List.of(
            new JavaEmitter(),
            new OpenApiEmitter(),
            new JsonSchemaEmitter(),
            new WebModelEmitter(),
            new SqlEmitter(),
            new ErdEmitter(),
            new TerraformEmitter(),
            new CostEmitter());

    private Emitters() {}
}
