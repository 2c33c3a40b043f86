package dev.redraft.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which methods and media types each address knows. RFC 9110 asks for them in a 405 and a 415, where Quarkus tells
/// neither.
@ApplicationScoped
class ResourceMethods {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*\\w[\\w.-]*\\s*(?::\\s*([^{}]*))?}");

    private final List<Known> known;

    ResourceMethods(BeanManager beans) {
        known = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(ResourceMethods::in)
                .toList();
    }

    /// @param consumes the media types that a body may have; empty for any
    private record Known(Pattern path, String method, List<String> consumes) {}

    /// What an `Allow` header says; empty where there is nothing at all.
    String allowedAt(String path) {
        return String.join(", ", methodsAt(path));
    }

    private Set<String> methodsAt(String path) {
        var methods = at(path).map(Known::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /// Why a request leads nowhere: by its method alone, or there is nothing at its address. Quarkus looks no
    /// further than the first resource class whose path fits.
    Problem nowhere(HttpServerRequest request) {
        var allowed = methodsAt(String.valueOf(request.path()));
        return allowed.isEmpty() || allowed.contains(request.method().name())
                ? Diagnosis.ofStatus(404).orElseThrow()
                : Diagnosis.ofStatus(405).orElseThrow().withHeader("Allow", String.join(", ", allowed));
    }

    /// What an `Accept` or `Accept-Patch` header says; empty where nothing is asked of a body.
    String readAt(String path, String method) {
        return at(path).filter(resource -> resource.method().equals(method))
                .map(Known::consumes)
                .flatMap(Collection::stream)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Stream<Known> at(String path) {
        return known.stream().filter(resource -> resource.path().matcher(path).matches());
    }

    private static Stream<Known> in(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .flatMap(Stream::ofNullable)
                        .map(verb -> new Known(path(type, method), verb.value(), consumes(type, method))));
    }

    private static List<String> consumes(Class<?> type, Method method) {
        return Optional.ofNullable(method.getAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(type.getAnnotation(Consumes.class)))
                .map(types -> List.of(types.value()))
                .orElse(List.of());
    }

    private static Pattern path(Class<?> type, Method method) {
        var template = Stream.of(type.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .flatMap(path -> Arrays.stream(path.value().split("/(?![^{]*})")))
                .filter(part -> !part.isEmpty())
                .map(ResourceMethods::segment)
                .collect(Collectors.joining("/", "/", "/?"));
        return Pattern.compile(template);
    }

    private static String segment(String part) {
        var regex = new StringBuilder();
        var variable = VARIABLE.matcher(part);
        var at = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(part.substring(at, variable.start())));
            regex.append("(?:")
                    .append(variable.group(1) instanceof String given ? given.strip() : "[^/]+")
                    .append(')');
            at = variable.end();
        }
        return regex.append(Pattern.quote(part.substring(at))).toString();
    }
}
