package dev.owlet.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/cost.md} are what the estimate says; {@code -Dowlet.cases.rewrite=true} writes them anew. */
final class CostDocsTest {
    private static final Path PAGE = Path.of("../docs/cost.md");
    private static final Pattern TABLE = Pattern.compile("(<!-- (.+?) -->\n)((?:\\|.*\n)*)");
    private static final Map<String, String> USAGES = Map.of("one person", Usages.SMALL, "a team", Usages.TEAM);

    @Test
    void theTablesAreTrue() throws IOException {
        String page = Files.readString(PAGE);
        String made = TABLE.matcher(page)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + table(USAGES.get(match.group(2)))));
        if (Cases.rewrite()) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(made);
        assertThat(USAGES.values()).allSatisfy(usage -> assertThat(page).contains("`usage: " + usage + "`"));
    }

    @Test
    void whatWouldBeOtherwiseIsTrue() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains("the same sums would give " + cost("files_per_day: 100", "files_per_day: 100000"));
        assertThat(page).contains("would make it " + cost("calls_per_day: 4400", "calls_per_day: 62000"));
        assertThat(page).contains("Half the calls make it " + cost("calls_per_day: 4400", "calls_per_day: 2200"));
    }

    private static String cost(String of, String changed) {
        return Figures.usd(Usages.estimate(Usages.TEAM.replace(of, changed)).cost()) + " USD";
    }

    private static String table(String usage) {
        Estimate estimate = Usages.estimate(usage);
        StringBuilder table =
                new StringBuilder("| Part | Expected, USD | List, USD | At most, USD |\n|---|---|---|---|\n");
        for (Part part : Part.values()) {
            table.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            part.title(),
                            Figures.usd(estimate.cost(part)),
                            Figures.usd(estimate.listCost(part)),
                            Figures.usd(estimate.worstCost(part))));
        }
        return table.append("| **Total** | **%s** | **%s** | **%s** |\n"
                        .formatted(
                                Figures.usd(estimate.cost()),
                                Figures.usd(estimate.listCost()),
                                Figures.usd(estimate.worstCost())))
                .toString();
    }
}
