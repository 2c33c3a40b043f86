package dev.redraft;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses REDRAFT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.redraft");

    private static final String[] FRAMEWORKS = {
        "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "org.hibernate..", "java.sql..", "javax.sql.."
    };

    private static final String[] FEATURES = {
        "dev.redraft.configuration..",
        "dev.redraft.draft..",
        "dev.redraft.history..",
        "dev.redraft.audit..",
        "dev.redraft.statistics..",
        "dev.redraft.delivery..",
        "dev.redraft.access..",
        "dev.redraft.web..",
        "dev.redraft.jobs..",
        "dev.redraft.idempotency..",
        "dev.redraft.background.."
    };

    @Test
    void operation_document_and_schema_know_no_framework() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("dev.redraft.operation..", "dev.redraft.document..", "dev.redraft.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS));
    }

    @Test
    void document_knows_nothing_else_of_ours() {
        holds(classes()
                .that()
                .resideInAPackage("dev.redraft.document..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfRedraftOr("dev.redraft.document..")));
    }

    @Test
    void operation_knows_document_alone() {
        holds(classes()
                .that()
                .resideInAPackage("dev.redraft.operation..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfRedraftOr("dev.redraft.operation..", "dev.redraft.document..")));
    }

    @Test
    void schema_knows_document_and_operation_alone() {
        holds(classes()
                .that()
                .resideInAPackage("dev.redraft.schema..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfRedraftOr(
                        "dev.redraft.schema..", "dev.redraft.operation..", "dev.redraft.document..")));
    }

    @Test
    void platform_knows_no_feature() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.redraft.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES));
    }

    @Test
    void web_knows_no_feature() {
        holds(classes()
                .that()
                .resideInAPackage("dev.redraft.web..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfRedraftOr(
                        "dev.redraft.web..",
                        "dev.redraft.platform..",
                        "dev.redraft.document..",
                        "dev.redraft.schema..",
                        "dev.redraft.operation..")));
    }

    @Test
    void packages_form_no_cycle() {
        holds(slices().matching("dev.redraft.(*)..").should().beFreeOfCycles());
    }

    private static DescribedPredicate<JavaClass> resideOutsideOfRedraftOr(String... packages) {
        return resideOutsideOfPackage("dev.redraft..").or(resideInAnyPackage(packages));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(REDRAFT);
    }
}
