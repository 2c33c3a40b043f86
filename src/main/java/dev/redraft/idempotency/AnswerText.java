package dev.redraft.idempotency;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.invoke.MethodType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a deed answered, as text: records by their components, and which record it is where the door can give
/// several.
final class AnswerText {
    private static final String KIND = "kind";
    private static final String VALUE = "value";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private AnswerText() {}

    static String write(@Nullable Object answer) {
        var kind = answer == null ? "" : answer.getClass().getSimpleName();
        try {
            var text = JSON.createObjectNode().put(KIND, kind);
            return JSON.writeValueAsString(text.set(VALUE, JSON.valueToTree(answer)));
        } catch (JsonProcessingException | IllegalArgumentException unwritable) {
            throw new IllegalStateException("An answer that cannot be kept: " + kind, unwritable);
        }
    }

    /// What was answered.
    ///
    /// @param type what the door's method declares: what the answer is, or one of what it permits
    /// @throws dev.redraft.platform.Refusal 422 `idempotency-key-reused` if another door answered: a header that
    ///     is no part of what is asked for led to it
    static @Nullable Object read(String text, Class<?> type) {
        try {
            var answer = JSON.readTree(text);
            return JSON.treeToValue(answer.get(VALUE), type(answer.get(KIND).asText(), type));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("An answer was kept that cannot be read: " + type, unreadable);
        }
    }

    private static Class<?> type(String kind, Class<?> declared) {
        if (kind.isEmpty()) {
            return declared;
        }
        return permitted(MethodType.methodType(declared).wrap().returnType())
                .filter(type -> type.getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow(Answers::reused);
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(AnswerText::permitted)
                : Stream.of(type);
    }
}
