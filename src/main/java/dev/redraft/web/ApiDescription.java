package dev.redraft.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Says in the description of the API that whatever goes wrong is answered by a problem.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem());
        Optional.ofNullable(api.getPaths()).ifPresent(ApiDescription::leavePagesOut);
        Optional.ofNullable(api.getPaths()).stream()
                .flatMap(paths -> Optional.ofNullable(paths.getPathItems()).stream())
                .flatMap(items -> items.values().stream())
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> {
                    if (operation.getResponses() == null) {
                        operation.setResponses(OASFactory.createAPIResponses());
                    }
                    operation
                            .getResponses()
                            .addAPIResponse(
                                    "default",
                                    OASFactory.createAPIResponse()
                                            .description("What went wrong")
                                            .content(OASFactory.createContent()
                                                    .addMediaType(
                                                            Problem.MEDIA_TYPE,
                                                            OASFactory.createMediaType()
                                                                    .schema(OASFactory.createSchema()
                                                                            .ref("#/components/schemas/Problem")))));
                });
    }

    private static void leavePagesOut(Paths paths) {
        Set.copyOf(paths.getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith("/api/"))
                .forEach(paths::removePathItem);
    }

    private static Schema problem() {
        var text = List.of(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("type", OASFactory.createSchema().type(text).description("urn:redraft:problem:…, stable"))
                .addProperty("title", OASFactory.createSchema().type(text))
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("detail", OASFactory.createSchema().type(text).description("a sentence for a person"))
                .required(List.of("type", "title", "status", "detail"));
    }

    /// JSON to whoever does not ask for another format; left alone, Quarkus answers YAML.
    @Singleton
    static class AsJson {
        void register(@Observes Filters filters) {
            filters.register(AsJson::prefer, 1_000);
        }

        private static void prefer(RoutingContext exchange) {
            var request = exchange.request();
            var accepted = request.getHeader("Accept");
            if ("/q/openapi".equals(request.path()) && (accepted == null || accepted.equals("*/*"))) {
                request.headers().set("Accept", "application/json");
            }
            exchange.next();
        }
    }
}
