package dev.owlet.processor.emit.cost;

import dev.owlet.processor.cost.Amount;
import dev.owlet.processor.cost.Basis;
import dev.owlet.processor.cost.Estimate;
import dev.owlet.processor.cost.Figures;
import dev.owlet.processor.cost.Line;
import dev.owlet.processor.cost.Part;
import dev.owlet.processor.cost.Price;
import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.CloudLimits;
import dev.owlet.processor.model.Model;
import java.math.BigDecimal;
import java.util.List;

/** {@code cost.md}: what a month costs, expected and at most, with every number it comes of. No free text of the model. */
public final class CostEmitter implements Emitter {
    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        MarkdownPage page = new MarkdownPage(String.format(Json.NOTICE, target.sourceName()));
        Estimate estimate = Estimate.of(model);
        overview(page, model, estimate);
        reckoning(page, estimate);
        bounds(page, model);
        basis(page);
        prices(page);
        return List.of(GeneratedFile.resource("cost.md", page.text()));
    }

    private static void overview(MarkdownPage page, Model model, Estimate estimate) {
        page.heading("# What a month of " + model.project() + " costs");
        page.paragraph("Expected: " + Figures.usd(estimate.cost()) + " USD"
                + model.budget()
                        .map(budget -> ", of a budget of " + budget.amount().toPlainString() + " USD")
                        .orElse("")
                + "; most of it is " + estimate.dearest().title() + ".");
        page.paragraph(
                "A month has 31 days. \"Expected\" is for the model's `usage`, beyond the units that every AWS account has"
                        + " free for good, as far as no other project uses them; \"list\" is the same with nothing free; \"at most\" is"
                        + " what throttles, caps and retention let through if they were used up day and night, with nothing free.");
        page.table("Part", "Expected, USD", "List, USD", "At most, USD");
        for (Part part : Part.values()) {
            page.row(
                    part.title(),
                    Figures.usd(estimate.cost(part)),
                    Figures.usd(estimate.listCost(part)),
                    Figures.usd(estimate.worstCost(part)));
        }
        page.row(
                "**Total**",
                "**" + Figures.usd(estimate.cost()) + "**",
                "**" + Figures.usd(estimate.listCost()) + "**",
                "**" + Figures.usd(estimate.worstCost()) + "**");
        page.paragraph("Each number is rounded up to a cent, so that a column may not add up to its total.");
    }

    private static void reckoning(MarkdownPage page, Estimate estimate) {
        page.heading("## How much of what");
        page.table("Part", "Unit", "USD", "Free", "Expected units", "Units at most");
        for (Line line : estimate.lines()) {
            page.row(
                    line.part().title(),
                    line.price().unit(),
                    Figures.plain(line.price().usd()),
                    Figures.plain(line.price().free()),
                    equation(line.expected()),
                    equation(line.worst()));
        }
    }

    private static String equation(Amount amount) {
        String value = Figures.plain(amount.value());
        return amount.how().equals(value) ? value : amount.how() + " = " + value;
    }

    private static void bounds(MarkdownPage page, Model model) {
        page.heading("## What holds the worst case");
        page.item(
                "The API lets through %s a second for long, and %s calls at once (throttle of the HTTP API, which AWS keeps"
                                .formatted(
                                        counted(CloudLimits.apiCallsPerSecond(model.usage()), "call"),
                                        CloudLimits.API_BURST)
                        + " by best effort). Calls that are refused, by it or for want of a token, are not charged.");
        page.item("Each of the %s open routes lets through %s a second for long, and %s calls at once, without a token."
                .formatted(
                        CloudLimits.OPEN_ROUTES,
                        counted(CloudLimits.OPEN_CALLS_PER_SECOND, "call"),
                        CloudLimits.OPEN_BURST));
        page.item(
                "%s copies of the API function run at once (its reserved concurrency, or all that a new account may run), for %s s a call."
                        .formatted(CloudLimits.API_CONCURRENCY, CloudLimits.API_TIMEOUT_SECONDS));
        page.item(
                "On each of %s that announce files, %s a second are let through for long, and %s at once, of up to %s GB, or %s unpacked."
                        .formatted(
                                counted(CloudLimits.uploadRoutes(model).size(), "route"),
                                Figures.plain(CloudLimits.uploadsPerSecond(model.usage())),
                                CloudLimits.UPLOADS_BURST,
                                Figures.plain(BigDecimal.valueOf(CloudLimits.UPLOAD_BYTES, 9)),
                                Figures.plain(BigDecimal.valueOf(CloudLimits.UNPACKED_BYTES, 9))));
        page.item(
                "%s files are taken in at once (reserved concurrency), each for up to %s s, and tried again %s; files are kept for %s days."
                        .formatted(
                                CloudLimits.INGEST_CONCURRENCY,
                                CloudLimits.INGEST_TIMEOUT_SECONDS,
                                counted(CloudLimits.INGEST_RETRIES, "time"),
                                CloudLimits.INBOX_DAYS));
        page.item("Maintenance runs once a week for up to %s s, and is tried again %s."
                .formatted(CloudLimits.MAINTENANCE_TIMEOUT_SECONDS, counted(CloudLimits.MAINTENANCE_RETRIES, "time")));
        page.item(
                "A call carries and answers up to 6 MB (Lambda), is counted as up to 20 of 512 KB (HTTP API), and logs up to 128 KB.");
        page.item("Logs are kept for %s days; a query with Athena scans up to %s GB."
                .formatted(CloudLimits.LOG_DAYS, Figures.plain(BigDecimal.valueOf(CloudLimits.SCAN_CAP_BYTES, 9))));
        page.paragraph(
                "No limit holds these, and the worst case takes them as expected: how many people sign in, how often they"
                        + " query, how often anybody loads the web app's files, how many files a search reads, what a change to an old"
                        + " row writes anew, and how often somebody calls an address that was signed for them. The budget's mail, and the bill, show them.");
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static void basis(MarkdownPage page) {
        page.heading("## What is taken for granted");
        page.table("Number", "Meaning", "From");
        for (Basis basis : Basis.values()) {
            page.row(Figures.plain(basis.value()), basis.meaning(), basis.isMeasured() ? "the runtime" : "a guess");
        }
    }

    private static void prices(MarkdownPage page) {
        page.heading("## Prices");
        page.paragraph("US dollars in " + Price.REGION + ", as of " + Price.AS_OF
                + ". Other regions differ. The first tier stands for all; later ones are cheaper.");
        page.table("USD", "For a", "Free a month", "Source");
        for (Price price : Price.values()) {
            page.row(Figures.plain(price.usd()), price.unit(), Figures.plain(price.free()), "<" + price.source() + ">");
        }
    }
}
