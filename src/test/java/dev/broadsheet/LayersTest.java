package dev.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.broadsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule LAYERS_POINT_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("main")
          .definedBy("dev.broadsheet")
          .layer("cli")
          .definedBy("..cli..")
          .layer("job")
          .definedBy("..job..")
          .layer("tables")
          .definedBy("..tables..")
          .layer("articles")
          .definedBy("..articles..")
          .layer("text")
          .definedBy("..text..")
          .layer("topics")
          .definedBy("..topics..")
          .layer("neighbours")
          .definedBy("..neighbours..")
          .layer("nmf")
          .definedBy("..nmf..")
          .layer("runs")
          .definedBy("..runs..")
          .layer("stories")
          .definedBy("..stories..")
          .layer("names")
          .definedBy("..names..")
          .layer("statistics")
          .definedBy("..statistics..")
          .layer("shuffle")
          .definedBy("..shuffle..")
          .layer("files")
          .definedBy("..files..")
          .layer("dates")
          .definedBy("..dates..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("tables")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("articles")
          .mayOnlyBeAccessedByLayers("cli", "job", "tables", "stories")
          .whereLayer("stories")
          .mayOnlyBeAccessedByLayers("job", "tables")
          .whereLayer("names")
          .mayOnlyBeAccessedByLayers("job", "tables")
          .whereLayer("statistics")
          .mayOnlyBeAccessedByLayers("tables")
          .whereLayer("shuffle")
          .mayOnlyBeAccessedByLayers(
              "job",
              "tables",
              "articles",
              "stories",
              "names",
              "text",
              "topics",
              "neighbours",
              "nmf")
          .whereLayer("files")
          .mayOnlyBeAccessedByLayers("job", "tables", "text", "topics")
          .whereLayer("dates")
          .mayOnlyBeAccessedByLayers("cli", "job", "tables", "articles")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("job", "tables", "names", "topics")
          .whereLayer("nmf")
          .mayOnlyBeAccessedByLayers("topics")
          .whereLayer("neighbours")
          .mayOnlyBeAccessedByLayers("job", "tables")
          .whereLayer("topics")
          .mayOnlyBeAccessedByLayers("job", "tables")
          .whereLayer("runs")
          .mayOnlyBeAccessedByLayers("cli", "job", "tables");

  @ArchTest
  static final ArchRule NO_TWO_PACKAGES_KNOW_EACH_OTHER =
      slices().matching("dev.broadsheet.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONE_CLASS_ENDS_THE_JVM =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.broadsheet.Main")
          .should()
          .callMethod(System.class, "exit", int.class);
}
