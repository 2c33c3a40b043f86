package dev.redraft.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Says in the description of the API that every change takes an `Idempotency-Key`.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class KeyDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        Optional.ofNullable(api.getPaths()).stream()
                .flatMap(paths -> Optional.ofNullable(paths.getPathItems()).stream())
                .flatMap(items -> items.values().stream())
                .flatMap(item -> item.getOperations().entrySet().stream())
                .filter(operation -> operation.getKey() != HttpMethod.GET)
                .map(Map.Entry::getValue)
                .forEach(operation -> operation.addParameter(header()));
    }

    private static Parameter header() {
        return OASFactory.createParameter()
                .name(KeyFilter.HEADER)
                .in(Parameter.In.HEADER)
                .description("The same key and request answer the same, and the change happens once")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(200));
    }
}
