package dev.redraft.door;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nobody adds one that the tables do not ask.
class Every_door_that_writes {
    private static final JavaClasses REDRAFT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.redraft");

    private static final List<Class<? extends Annotation>> WRITING =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    /// What keeps no answer, for each time it is asked it is asked anew: who somebody is, and what a draft looks
    /// like now.
    private static final Set<String> WITHOUT_A_DEED = Set.of(
            "PUT /api/me/password",
            "POST /password",
            "POST /sign-in",
            "POST /sign-out",
            "POST /api/drafts/{id}/review",
            "POST /drafts/{id}/review");

    /// A method of a resource.
    private record Endpoint(String method, String path, JavaMethod code) {
        boolean isAskedBy(Sent sent) {
            return sent.method().equals(method) && sent.path().matches(expression());
        }

        /// Variables with an expression of their own, and those without.
        private String expression() {
            return path.replaceAll("\\{\\w+:([^}]+)}", "($1)").replaceAll("\\{\\w+}", "[^/]+");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Endpoint> endpoints(List<Class<? extends Annotation>> methods) {
        return REDRAFT.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(code -> methods.stream()
                        .filter(code::isAnnotatedWith)
                        .map(method -> new Endpoint(method.getSimpleName(), path(code), code)))
                .toList();
    }

    private static String path(JavaMethod code) {
        var under = code.getOwner().getAnnotationOfType(Path.class).value();
        return code.isAnnotatedWith(Path.class)
                ? under + "/" + code.getAnnotationOfType(Path.class).value()
                : under;
    }

    private static List<JavaMethod> deeds() {
        return REDRAFT.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(code -> code.isAnnotatedWith(Deed.class))
                .toList();
    }

    @Test
    void is_in_a_table() {
        assertThat(endpoints(WRITING))
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(Door.all().map(Door::sent))
                        .as("%s", endpoint)
                        .anyMatch(endpoint::isAskedBy));
    }

    @Test
    void is_asked_for_where_it_is() {
        var endpoints = endpoints(WRITING);
        assertThat(Door.all())
                .allSatisfy(door -> assertThat(endpoints)
                        .as("%s", door.sent().line())
                        .filteredOn(endpoint -> endpoint.isAskedBy(door.sent()))
                        .hasSize(1));
    }

    @Test
    void leads_to_a_deed() {
        var without = endpoints(WRITING).stream()
                .filter(endpoint -> deedsBehind(endpoint.code()).isEmpty())
                .map(Endpoint::toString)
                .collect(toCollection(TreeSet::new));
        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_A_DEED);
    }

    /// A GET begins work for those who would rather not wait for its answer.
    @Test
    void is_the_only_way_to_a_deed() {
        var reached = new HashSet<JavaCodeUnit>();
        Stream.concat(endpoints(WRITING).stream(), endpoints(List.of(GET.class)).stream())
                .forEach(endpoint -> reached.addAll(deedsBehind(endpoint.code())));
        assertThat(reached).isNotEmpty().containsAll(deeds());
    }

    @Test
    void does_its_deed_for_somebody_in_a_transaction() {
        assertThat(deeds()).allSatisfy(deed -> {
            assertThat(deed.isAnnotatedWith(Transactional.class)).isTrue();
            assertThat(deed.getRawParameterTypes()).anyMatch(type -> type.isEquivalentTo(Actor.class));
        });
    }

    private static Set<JavaCodeUnit> deedsBehind(JavaCodeUnit start) {
        var seen = new HashSet<JavaCodeUnit>(Set.of(start));
        var open = new ArrayDeque<JavaCodeUnit>(seen);
        while (!open.isEmpty()) {
            called(open.remove()).filter(seen::add).forEach(open::add);
        }
        seen.removeIf(code -> !code.isAnnotatedWith(Deed.class));
        return seen;
    }

    private static Stream<? extends JavaCodeUnit> called(JavaCodeUnit code) {
        return Stream.concat(
                        code.getCallsFromSelf().stream().map(call -> (CodeUnitAccessTarget) call.getTarget()),
                        code.getCodeUnitReferencesFromSelf().stream().map(one -> one.getTarget()))
                .flatMap(target -> target.resolveMember().stream());
    }
}
