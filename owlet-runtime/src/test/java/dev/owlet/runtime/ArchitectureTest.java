package dev.owlet.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packages depend one way: each on those named beside it, and on no other of ours. */
@AnalyzeClasses(packages = "dev.owlet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("row", List.of());
        MAY_USE.put("csv", List.of("row"));
        MAY_USE.put("format", List.of("delta", "csv", "row"));
        MAY_USE.put("store", List.of());
        MAY_USE.put("delta", List.of("store", "row"));
        MAY_USE.put("table", List.of("delta", "store", "csv", "row"));
        MAY_USE.put("http", List.of("row"));
        MAY_USE.put("format", List.of("delta", "csv", "row"));
        MAY_USE.put("ingest", List.of("format", "table", "delta", "store", "csv", "row"));
        MAY_USE.put("upload", List.of("ingest", "format", "table", "delta", "store", "csv", "row"));
        MAY_USE.put("api", List.of("upload", "ingest", "format", "table", "http", "csv", "row"));
        MAY_USE.put("auth", List.of("http"));
        MAY_USE.put(
                "app",
                List.of("auth", "api", "upload", "ingest", "format", "http", "table", "delta", "store", "csv", "row"));
        MAY_USE.put(
                "local",
                List.of(
                        "app", "auth", "api", "upload", "ingest", "format", "http", "table", "delta", "store", "csv",
                        "row"));
    }

    @ArchTest
    static final ArchRule packages_depend_one_way = layers();

    @ArchTest
    static final ArchRule packages_are_all_known = noClasses()
            .that()
            .resideInAPackage("dev.owlet.runtime..")
            .should()
            .resideOutsideOfPackages(MAY_USE.keySet().stream()
                    .map(name -> "dev.owlet.runtime." + name + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule the_runtime_is_without_reflection = noClasses()
            .that()
            .resideInAPackage("dev.owlet.runtime.row..")
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.reflect"));

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : MAY_USE.keySet()) {
            layers = layers.layer(name).definedBy("dev.owlet.runtime." + name + "..");
        }
        for (Map.Entry<String, List<String>> entry : MAY_USE.entrySet()) {
            String[] used = entry.getValue().toArray(String[]::new);
            layers = used.length == 0
                    ? layers.whereLayer(entry.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(entry.getKey()).mayOnlyAccessLayers(used);
        }
        return layers;
    }
}
