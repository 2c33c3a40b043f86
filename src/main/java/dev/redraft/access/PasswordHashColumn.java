package dev.redraft.access;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/// A [PasswordHash] as the text it is in the database.
@Converter(autoApply = true)
class PasswordHashColumn implements AttributeConverter<PasswordHash, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PasswordHash hash) {
        return hash == null ? null : hash.text();
    }

    @Override
    public @Nullable PasswordHash convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new PasswordHash(text);
    }
}
