package io.lakebeam;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house, as docs/architecture.md tells them. */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/fixtures/"))
          .importPackages("io.lakebeam");

  private static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("lake")
          .definedBy("io.lakebeam.lake..")
          .layer("parquet")
          .definedBy("io.lakebeam.parquet..")
          .layer("sort")
          .definedBy("io.lakebeam.sort..")
          .layer("csv")
          .definedBy("io.lakebeam.csv..")
          .layer("write")
          .definedBy("io.lakebeam.write..")
          .layer("read")
          .definedBy("io.lakebeam.read..")
          .layer("publish")
          .definedBy("io.lakebeam.publish..")
          .layer("http")
          .definedBy("io.lakebeam.http..")
          .layer("sample")
          .definedBy("io.lakebeam.sample..")
          .layer("families")
          .definedBy(
              "io.lakebeam.trades..",
              "io.lakebeam.events..",
              "io.lakebeam.flights..",
              "io.lakebeam.pile..")
          .whereLayer("families")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("publish")
          .mayOnlyBeAccessedByLayers("families")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("families")
          .whereLayer("sample")
          .mayOnlyBeAccessedByLayers("families")
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("families")
          .whereLayer("write")
          .mayOnlyBeAccessedByLayers("read", "publish", "sample", "families")
          .whereLayer("sort")
          .mayOnlyBeAccessedByLayers("write", "families")
          .whereLayer("parquet")
          .mayOnlyBeAccessedByLayers("write", "read", "families")
          .whereLayer("csv")
          .mayOnlyBeAccessedByLayers("write");

  private static final ArchRule FAMILIES_APART =
      slices()
          .matching("io.lakebeam.(trades|events|flights|pile)..")
          .should()
          .notDependOnEachOther();

  private static final ArchRule NO_CYCLES =
      slices().matching("io.lakebeam.(*)..").should().beFreeOfCycles();

  private static final ArchRule NO_RUNNER_AND_NO_CLOUD =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam.runners..",
              "org.apache.spark..",
              "org.apache.beam.sdk.io.aws2..",
              "org.apache.beam.sdk.extensions.gcp..",
              "software.amazon..",
              "com.google.cloud..",
              "com.google.api..");

  /** Beam hands options to a source; nobody asks them anything. */
  private static final ArchRule NO_OPTIONS =
      noClasses()
          .should()
          .beAssignableTo(PipelineOptions.class)
          .orShould()
          .callMethodWhere(target(owner(assignableTo(PipelineOptions.class))))
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  private static final ArchRule NO_CLOCK_BUT_AN_INJECTED_ONE =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC");

  private static final ArchRule NO_PRINTING =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static final ArchRule DO_FNS_ARE_PRIVATE =
      classes().that().areAssignableTo(DoFn.class).should().bePrivate();

  private static final ArchRule NAMES_SAY_WHAT =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  private static final ArchRule TRANSFORMS_ARE_VERB_PHRASES =
      noClasses()
          .that()
          .areAssignableTo(PTransform.class)
          .should()
          .haveSimpleNameEndingWith("Transform");

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments("layers", LAYERS),
        arguments("families apart", FAMILIES_APART),
        arguments("no cycles", NO_CYCLES),
        arguments("no runner and no cloud", NO_RUNNER_AND_NO_CLOUD),
        arguments("no options", NO_OPTIONS),
        arguments("no clock but an injected one", NO_CLOCK_BUT_AN_INJECTED_ONE),
        arguments("no printing", NO_PRINTING),
        arguments("do fns are private", DO_FNS_ARE_PRIVATE),
        arguments("names say what", NAMES_SAY_WHAT),
        arguments("transforms are verb phrases", TRANSFORMS_ARE_VERB_PHRASES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void holds(String name, ArchRule rule) {
    rule.check(HOUSE);
  }
}
