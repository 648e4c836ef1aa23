package dev.owlet.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Text becomes positions, a model, files: no arrow goes back. */
@AnalyzeClasses(
        packages = {"dev.owlet.processor", "dev.owlet.maven"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_depend_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("source")
            .definedBy("dev.owlet.processor.source..")
            .layer("model")
            .definedBy("dev.owlet.processor.model..")
            .layer("cost")
            .definedBy("dev.owlet.processor.cost..")
            .layer("emit")
            .definedBy("dev.owlet.processor.emit..")
            .layer("infer")
            .definedBy("dev.owlet.processor.infer..")
            .layer("processor")
            .definedBy("dev.owlet.processor")
            .layer("maven")
            .definedBy("dev.owlet.maven..")
            .whereLayer("source")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayOnlyAccessLayers("source")
            .whereLayer("cost")
            .mayOnlyAccessLayers("model", "source")
            .whereLayer("emit")
            .mayOnlyAccessLayers("cost", "model", "source")
            .whereLayer("infer")
            .mayOnlyAccessLayers("model", "source")
            .whereLayer("processor")
            .mayOnlyAccessLayers("emit", "cost", "model", "source")
            .whereLayer("maven")
            .mayOnlyAccessLayers("processor", "infer", "emit", "cost", "model", "source");

    @ArchTest
    static final ArchRule emitters_do_not_know_each_other =
            slices().matching("dev.owlet.processor.emit.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule runtime_classes_are_only_named = noClasses()
            .that()
            .resideInAPackage("dev.owlet.processor..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.owlet.runtime..");

    @ArchTest
    static final ArchRule only_the_processor_knows_javac = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.owlet.processor.source..",
                    "dev.owlet.processor.model..",
                    "dev.owlet.processor.cost..",
                    "dev.owlet.processor.emit..",
                    "dev.owlet.processor.infer..",
                    "dev.owlet.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.annotation.processing..", "com.sun..");
}
