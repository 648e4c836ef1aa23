package com.acme.owlwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.ViolationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a project does with the code generated for owl-watch. */
public final class SightingProbe implements Runnable {
    private static final Instant SEEN = Instant.parse("2026-03-01T21:15:30.123456Z");

    @Override
    public void run() {
        defaults();
        violationsAreReportedAtOnce();
        theConstructorChecksToo();
        rules();
        computed();
        json();
        copies();
        normalForms();
        oldRows();
        columns();
    }

    private static Sighting.Builder owl() {
        return Sighting.builder()
                .site("NL012")
                .ringer("ann@example.org")
                .species(Species.TYTO_ALBA)
                .seen_at(SEEN);
    }

    private static List<String> violations(ThrowingCallable code) {
        ViolationException e = catchThrowableOfType(ViolationException.class, code);
        return e.violations().stream().map(SightingProbe::print).toList();
    }

    private static String print(Violation v) {
        return v.pointer() + " " + v.code();
    }

    private static void defaults() {
        Sighting owl = owl().build();
        assertThat(owl.id().version()).isEqualTo(7);
        assertThat(owl.age()).isEqualTo(Age.unknown);
        assertThat(owl.rings()).isEmpty();
        assertThat(owl.weight()).isNull();
        Sighting.Builder builder = owl();
        assertThat(builder.build().id()).isNotEqualTo(builder.build().id());
    }

    private static void violationsAreReportedAtOnce() {
        assertThat(violations(() -> Sighting.builder()
                        .seen_at(Instant.parse("2999-01-01T00:00:00Z"))
                        .weight(new BigDecimal("4000.05"))
                        .rings(List.of("ABCDE", "x", "ABCDEFGH", "ABCDE", "ABCDE"))
                        .build()))
                .containsExactly(
                        "/site required",
                        "/ringer required",
                        "/species required",
                        "/seen_at max",
                        "/weight scale",
                        "/rings maxItems",
                        "/rings/1 minLength",
                        "/rings/2 maxLength");
    }

    private static void theConstructorChecksToo() {
        assertThat(violations(() -> new Site("nl", "", null, LocalDate.of(1899, 12, 31), null)))
                .containsExactly("/code minLength", "/name minLength", "/opened min");
        assertThat(violations(() -> new Position(new BigDecimal("90.000001"), new BigDecimal("-180.1"))))
                .containsExactly("/lat max", "/lon min");
        assertThat(violations(() -> new Site("nl012", "Dyke", null, LocalDate.EPOCH, null)))
                .containsExactly("/code pattern");
    }

    private static void rules() {
        Sighting.Builder nestling = owl().age(Age.nestling);
        assertThat(nestling.build().age()).isEqualTo(Age.nestling);
        ViolationException e = catchThrowableOfType(
                ViolationException.class, () -> nestling.weight(new BigDecimal("100")).build());
        assertThat(e.violations()).singleElement().satisfies(v -> {
            assertThat(v.code()).isEqualTo("rule");
            assertThat(v.message()).contains("nestling has no weight", "age != nestling or weight is null");
        });
    }

    private static void computed() {
        assertThat(owl().weight(new BigDecimal("600.1")).build().heavy()).isTrue();
        assertThat(owl().weight(new BigDecimal("600.0")).build().heavy()).isFalse();
        assertThat(owl().build().heavy()).isFalse();
    }

    private static void json() {
        UUID id = UUID.fromString("0195a3b4-0000-7000-8000-000000000000");
        Sighting owl = owl().id(id).weight(new BigDecimal("412.5")).rings(List.of("ABCDE")).build();
        String json = owl.toJson();
        assertThat(json).isEqualTo("{\"id\":\"0195a3b4-0000-7000-8000-000000000000\",\"site\":\"NL012\","
                + "\"ringer\":\"ann@example.org\",\"species\":\"TYTO_ALBA\",\"age\":\"unknown\","
                + "\"seen_at\":\"2026-03-01T21:15:30.123456Z\",\"weight\":\"412.5\",\"rings\":[\"ABCDE\"],"
                + "\"heavy\":false}");
        assertThat(Sighting.fromJson(json)).isEqualTo(owl);
        assertThat(violations(() -> Sighting.fromJson("{\"site\":7,\"weight\":\"x\",\"colour\":1}")))
                .contains("/site type", "/weight type", "/colour unknown", "/ringer required", "/seen_at required");
        assertThat(violations(() -> Sighting.fromJson("{\"site\":"))).containsExactly(" type");
    }

    private static void copies() {
        List<String> rings = new ArrayList<>(List.of("ABCDE"));
        Sighting owl = owl().weight(new BigDecimal("30")).rings(rings).build();
        rings.clear();
        assertThat(owl.rings()).containsExactly("ABCDE");
        assertThatThrownBy(() -> owl.rings().add("x")).isInstanceOf(UnsupportedOperationException.class);
        Sighting lighter = owl.toBuilder().weight(null).build();
        assertThat(lighter.weight()).isNull();
        assertThat(lighter.id()).isEqualTo(owl.id());
        assertThat(lighter.toBuilder().weight(new BigDecimal("30.0")).build()).isEqualTo(owl);
    }

    private static void normalForms() {
        assertThat(new Position(new BigDecimal("52.1"), BigDecimal.ZERO))
                .isEqualTo(new Position(new BigDecimal("52.1000000"), new BigDecimal("0.0")));
        Sighting owl = owl().seen_at(SEEN.plusNanos(999)).build();
        assertThat(owl.seen_at()).isEqualTo(SEEN);
    }

    /** A row of storage is not checked, but a primitive cannot be made up. */
    private static void oldRows() {
        Values old = Ringer.rowType().values();
        Ringer.rowType().set(old, RingerTable.EMAIL, "no address");
        Ringer ringer = Ringer.rowType().restore(old);
        assertThat(ringer.email()).isEqualTo("no address");
        assertThat(ringer.active()).isTrue();
    }

    private static void columns() {
        SightingTable table = new SightingTable();
        assertThat(table.spec().folder()).isEqualTo("sighting");
        assertThat(table.spec().path()).isEqualTo("sightings");
        assertThat(table.spec().key()).isEqualTo(List.of(SightingTable.ID));
        assertThat(table.spec().generated()).hasValue(SightingTable.ID);
        assertThat(table.spec().unique())
                .containsExactly(List.of(SightingTable.SITE, SightingTable.SPECIES, SightingTable.SEEN_AT));
        assertThat(table.spec().references()).containsEntry(SightingTable.SITE, "Site");
        assertThat(RingerTable.LICENCE.was()).containsExactly("permit_no");
        assertThat(SightingTable.HEAVY.isComputed()).isTrue();
        assertThat(SightingTable.WEIGHT.gt(new BigDecimal("1")).test(owl().build())).isFalse();
    }
}
