package io.lakebeam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;

/** The rules of the house, as docs/architecture.md tells them. */
@AnalyzeClasses(packages = "io.lakebeam", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("lake")
          .definedBy("io.lakebeam.lake..")
          .layer("parquet")
          .definedBy("io.lakebeam.parquet..")
          .layer("write")
          .definedBy("io.lakebeam.write..")
          .layer("read")
          .definedBy("io.lakebeam.read..")
          .layer("publish")
          .definedBy("io.lakebeam.publish..")
          .layer("families")
          .definedBy("io.lakebeam.trades..")
          .whereLayer("families")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("publish")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("families")
          .whereLayer("write")
          .mayOnlyBeAccessedByLayers("read", "publish", "families")
          .whereLayer("parquet")
          .mayOnlyBeAccessedByLayers("write", "publish", "families");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.lakebeam.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_RUNNER_AND_NO_CLOUD =
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

  @ArchTest
  static final ArchRule NO_OPTIONS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PipelineOptions.class)
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule NO_CLOCK_BUT_AN_INJECTED_ONE =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule NO_PRINTING =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule DO_FNS_ARE_PRIVATE =
      classes().that().areAssignableTo(DoFn.class).should().bePrivate();

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT =
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

  @ArchTest
  static final ArchRule TRANSFORMS_ARE_VERB_PHRASES =
      noClasses()
          .that()
          .areAssignableTo(PTransform.class)
          .should()
          .haveSimpleNameEndingWith("Transform");
}
