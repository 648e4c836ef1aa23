package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.CloudLimits;
import dev.owlet.processor.model.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code terraform/<module>/}: the modules that the root in {@code infra/} names.
 *
 * <p>What of a module is the same for every project stands in its template; what follows from the model stands beside it
 * in {@code model.json}, which Terraform reads as data: no text of the model is ever part of a template.
 */
public final class TerraformEmitter implements Emitter {
    /** Used when the model names none: what a project is meant to stay below. */
    private static final int BUDGET_USD = 10;

    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        Files files = new Files(model.project(), target);
        files.module(
                "storage",
                Map.of(
                        "undo_days", CloudLimits.UNDO_DAYS,
                        "inbox_days", CloudLimits.INBOX_DAYS,
                        "report_days", CloudLimits.REPORT_DAYS));
        files.module("auth", Map.of());
        files.data("auth", Json.object().put("signup", model.signup().name().toLowerCase(Locale.ROOT)));
        files.module(
                "functions",
                Map.of(
                        "memory_mb", CloudLimits.MEMORY_MB,
                        "api_concurrency", CloudLimits.API_CONCURRENCY,
                        "ingest_concurrency", CloudLimits.INGEST_CONCURRENCY,
                        "log_days", CloudLimits.LOG_DAYS));
        files.data("functions", Json.object().put("handler", handler(model, target)));
        files.module(
                "api",
                Map.of(
                        "calls_per_second", CloudLimits.apiCallsPerSecond(model.usage()),
                        "burst", CloudLimits.API_BURST,
                        "uploads_per_second", CloudLimits.uploadsPerSecond(model.usage()),
                        "uploads_burst", CloudLimits.UPLOADS_BURST,
                        "log_days", CloudLimits.LOG_DAYS));
        files.data("api", ApiRoutes.data(model));
        files.module("site", Map.of());
        files.add("site/pages.js", Template.text("pages.js"));
        files.module("catalog", Map.of("scan_cap_bytes", CloudLimits.SCAN_CAP_BYTES));
        files.data("catalog", Catalog.of(model));
        files.module("guard", Map.of());
        files.data("guard", Json.object().set("budget_usd", Json.number(budget(model))));
        return files.list;
    }

    private static String handler(Model model, Target target) {
        return target.packageName().isEmpty() ? model.className() : target.packageName() + "." + model.className();
    }

    private static BigDecimal budget(Model model) {
        return model.budget().map(Model.Budget::amount).orElse(BigDecimal.valueOf(BUDGET_USD));
    }

    private static final class Files {
        private final List<GeneratedFile> list = new ArrayList<>();
        private final String project;
        private final String notice;

        Files(String project, Target target) {
            this.project = project;
            notice = String.format(Json.NOTICE, target.sourceName());
        }

        void module(String name, Map<String, Number> defaults) {
            ObjectNode module = Json.object().put("//", Hcl.literal(notice));
            module.setAll(Template.module(name, project, defaults));
            add(name + "/main.tf.json", Json.print(module));
        }

        void data(String name, ObjectNode data) {
            ObjectNode model = Json.object().put("//", notice);
            model.setAll(data);
            add(name + "/model.json", Json.print(model));
        }

        void add(String path, String content) {
            list.add(GeneratedFile.resource("terraform/" + path, content));
        }
    }
}
