package dev.redraft.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.redraft.document.Json;
import dev.redraft.document.JsonWriter;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Lets answers hold values of configurations: they are written as they are, order and number text included.
@Singleton
class JsonValues implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("values").addSerializer(Json.class, new AsItIs()));
    }

    private static final class AsItIs extends JsonSerializer<Json> {
        @Override
        public void serialize(Json value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeRawValue(JsonWriter.compact(value));
        }
    }
}
