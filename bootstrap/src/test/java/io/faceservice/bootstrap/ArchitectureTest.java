package io.faceservice.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dependencies point inwards, adapters never know each other, packages have no circles. */
final class ArchitectureTest {
  private static final String BASE = "io.faceservice.";

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.faceservice");

  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("domain")
          .definedBy(BASE + "domain..")
          .layer("application")
          .definedBy(BASE + "application..")
          .optionalLayer("http")
          .definedBy(BASE + "http..")
          .optionalLayer("inference")
          .definedBy(BASE + "inference..")
          .optionalLayer("vectorstore")
          .definedBy(BASE + "vectorstore..")
          .optionalLayer("imagestore")
          .definedBy(BASE + "imagestore..")
          .layer("bootstrap")
          .definedBy(BASE + "bootstrap..")
          .whereLayer("bootstrap")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("inference")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("vectorstore")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("imagestore")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("application")
          .mayOnlyBeAccessedByLayers("http", "inference", "vectorstore", "imagestore", "bootstrap");

  static final ArchRule PURE_DOMAIN =
      classes()
          .that()
          .resideInAnyPackage(BASE + "domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(BASE + "domain..", "java..", "org.jspecify..");

  static final ArchRule FRAMEWORK_AT_THE_EDGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "http..", BASE + "bootstrap..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "jakarta..");

  static final ArchRule SIBLINGS_APART =
      slices()
          .matching(BASE + "(vectorstore|imagestore).(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  static final ArchRule NO_CIRCLES = slices().matching(BASE + "(**)").should().beFreeOfCycles();

  static final ArchRule NO_VAGUE_NAMES =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..manager..", "..impl..", "..dto..");

  static List<ArchRule> rules() {
    return List.of(
        LAYERS, PURE_DOMAIN, FRAMEWORK_AT_THE_EDGES, SIBLINGS_APART, NO_CIRCLES, NO_VAGUE_NAMES);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsInProductionCode(ArchRule rule) {
    rule.check(PRODUCTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"domain", "application", "http", "inference", "bootstrap"})
  void seesEveryModule(String module) {
    assertThat(PRODUCTION).anyMatch(type -> type.getPackageName().startsWith(BASE + module));
  }

  static List<ArchRule> rulesThatThePlantedClassBreaks() {
    return List.of(LAYERS, PURE_DOMAIN, FRAMEWORK_AT_THE_EDGES);
  }

  @ParameterizedTest
  @MethodSource("rulesThatThePlantedClassBreaks")
  void noticesAPlantedViolation(ArchRule rule) {
    EvaluationResult result =
        rule.allowEmptyShould(true)
            .evaluate(
                new ClassFileImporter()
                    .importPackages("io.faceservice.domain", "io.faceservice.application"));
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().toString()).contains("DomainClassThatKnowsTooMuch");
  }
}
