package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Model;
import java.util.List;

/** {@code terraform/<module>/main.tf.json}. No free text of the model stands in them, only checked names. */
public final class TerraformEmitter implements Emitter {
    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        ObjectNode storage = Json.object().put("//", Hcl.literal(String.format(Json.NOTICE, target.sourceName())));
        storage.setAll(new StorageModule(model.project()).module());
        return List.of(GeneratedFile.resource("terraform/storage/main.tf.json", Json.print(storage)));
    }
}
