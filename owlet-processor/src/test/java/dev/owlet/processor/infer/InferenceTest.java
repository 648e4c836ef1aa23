package dev.owlet.processor.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.processor.OwletCompiler;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 2 -3 0                         | int",
                "1 3000000000                     | long",
                "1 99999999999999999999           | decimal(22,0)",
                "1.5 22.25 3                      | decimal(6,2)",
                "1e5 2.5                          | double",
                "0.1234567890123456 2.5           | double",
                "007 012                          | text(5)",
                "-0 5                             | decimal(3,0)",
                "+1 2                             | text(5)",
                "true false                       | bool",
                "2024-02-29 2023-01-01            | date",
                "2023-02-29 2023-01-01            | text(10)",
                "1962-02-18T00:00:00              | date",
                "1962-02-18T00:00:00 2020-01-01T10:00:00 | timestamp",
                "08:30 23:59:59                   | time",
                "2024-01-01T10:00:00Z             | timestamp",
                "0190a6b1-7c7c-7000-8000-000000000000 | uuid",
                "ann@example.org bo@example.org   | email",
                "https://example.org/a http://b.c | url",
                "NL DE BE FR DK                   | text(2..2)",
                "Amsterdam Utrecht                | text(10)",
            })
    void findsTheNarrowestType(String values, String type) {
        String csv = "k,x\n";
        int row = 0;
        for (String value : values.strip().split(" ", -1)) {
            csv += "r" + row++ + "," + value + "\n";
        }
        assertThat(draft("data.csv", csv)).contains("\n      x: " + type + "\n");
    }

    @Test
    void tellsHeadingsApartThatDifferInCaseAlone() {
        String draft = draft("x.csv", "Code,Name,name,NAME \n1,a,b,c\n2,d,e,f\n");
        assertThat(draft)
                .contains(
                        "      # Another heading is like this one: write name_2 above it in the file.\n      name_2: text")
                .contains("        name: \"Name\"\n")
                .doesNotContain("name_2: \"name\"", "name_3: \"");
        assertThat(OwletCompiler.check(draft, "data_model.yml").problems()).isEmpty();
    }

    @Test
    void tellsTheHeadingsTheKeyAndTheEvidence() {
        String draft = draft("country-codes.csv", "Alpha-2 Code,Official Name,Größe\nNL,Netherlands,\nNA,Namibia,5\n");
        assertThat(draft)
                .contains("  CountryCode:\n    key: alpha_2_code\n")
                .contains("# \"Alpha-2 Code\": all different, never blank, 2 characters, such as \"NL\", \"NA\"")
                .contains("      grosse: int?\n")
                .contains("alpha_2_code: \"Alpha-2 Code\"")
                .contains("missing: [\"\"]");
    }

    @Test
    void readsWhatSpreadsheetsOfDecimalCommasWrite() {
        String draft = draft("x.csv", "Datum;Betrag\n31.12.2024;1,50\n01.01.2025;2,75\n");
        assertThat(draft)
                .contains("datum: date")
                .contains("betrag: decimal(5,2)")
                .contains("delimiter: \";\"")
                .contains("decimal: \",\"")
                .contains("datum: \"dd.MM.yyyy\"");
    }

    @Test
    void aWordForNothingCountsOnlyAmongNumbers() {
        assertThat(draft("x.csv", "id,mass,sex\n1,3.5,MALE\n2,NA,NA\n"))
                .contains("mass: decimal(4,1)?")
                .contains("missing: [\"\", \"NA\"]");
        assertThat(draft("x.csv", "id,mass,land\n1,3.5,NL\n2,NA,NA\n"))
                .contains("mass: text(5)\n")
                .contains("missing: [\"\"]");
    }

    @Test
    void withoutHeaderTheColumnsAreNumbered() {
        assertThat(draft("a.dat", "1,Goroka,\\N\n2,Madang,5\n"))
                .contains("header: none")
                .contains("key: column_1")
                .contains("column_3: int?")
                .contains("\"\\\\N\"");
    }

    @Test
    void hostileHeadingsBecomeDifferentNames() {
        String draft = draft("table.csv", "a b,A-B,clone,\"*/ \u202e#\n\",in,9lives\n1,2,3,4,5,x\n6,7,8,9,0,y\n");
        assertThat(draft)
                .contains("  TableRow:\n")
                .contains("      a_b: int\n")
                .contains("      a_b_2: int\n")
                .contains("      clone_value: int\n")
                .contains("      column_4: int\n")
                .contains("      in_value: int\n")
                .contains("      n_9lives: text(5)\n")
                .contains("# \"*/ \\u202e#\\n\": all different")
                .doesNotContain("\u202e");
    }

    @Test
    void readsEncodings() {
        String csv = "naam;prijs\nCafé;1\n";
        assertThat(new String[] {
                    draft("x.csv", csv.getBytes(Charset.forName("windows-1252"))),
                    draft("x.csv", ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8)),
                    draft("x.csv", ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE)),
                })
                .allSatisfy(draft -> assertThat(draft).contains("naam: ", "Café"))
                .satisfiesExactly(
                        western -> assertThat(western).contains("encoding: windows-1252"),
                        utf8 -> assertThat(utf8).doesNotContain("encoding:"),
                        utf16 -> assertThat(utf16).contains("encoding: UTF-16LE"));
    }

    @Test
    void readsJsonAndNdjson() {
        String json =
                "[{\"Id\":1,\"zip\":\"123\",\"total\":0.10,\"tags\":[\"a\"]},{\"Id\":2,\"zip\":\"7\",\"total\":null}]";
        String lines = "{\"Id\":1,\"zip\":\"123\",\"total\":0.10,\"tags\":[\"a\"]}\n{\"Id\":2,\"zip\":\"7\"}\n";
        assertThat(new String[] {draft("rows.json", json), draft("rows.ndjson", lines)})
                .allSatisfy(draft -> assertThat(draft)
                        .contains("key: id")
                        .contains("id: int\n")
                        .contains("zip: text(5)")
                        .contains("total: decimal(5,2)?")
                        .contains("tags: json?"));
    }

    @Test
    void refusesWhatHoldsNoRows() {
        assertThatThrownBy(() -> draft("x.csv", "")).hasMessage("the file holds no rows");
        assertThatThrownBy(() -> draft("x.json", "[1]")).hasMessage("every row must be a JSON object");
        assertThatThrownBy(() -> draft("x.json", "[{")).hasMessageStartingWith("the file is not JSON: ");
    }

    private static String draft(String name, String text) {
        return draft(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String draft(String name, byte[] bytes) {
        String draft = Inference.draft(name, bytes);
        assertThat(OwletCompiler.check(draft, "draft.yml").problems()).as(draft).isEmpty();
        return draft;
    }
}
