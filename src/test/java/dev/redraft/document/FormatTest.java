package dev.redraft.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "application/json, JSON",
        "Application/JSON; charset=utf-8, JSON",
        "application/yaml, YAML",
        "application/x-yaml, YAML",
        "text/yaml;charset=utf-8, YAML",
        "text/x-yaml, YAML",
        "text/x-java-properties, PROPERTIES",
    })
    void is_found_by_its_media_types(String mediaType, Format format) {
        assertThat(Format.ofMediaType(mediaType)).contains(format);
    }

    @ParameterizedTest
    @CsvSource({"json, JSON", "yaml, YAML", "YML, YAML", "properties, PROPERTIES"})
    void is_found_by_its_extensions(String extension, Format format) {
        assertThat(Format.ofExtension(extension)).contains(format);
    }

    @Test
    void is_not_found_by_anything_else() {
        assertThat(Format.ofMediaType("application/merge-patch+json")).isEmpty();
        assertThat(Format.ofMediaType("")).isEmpty();
        assertThat(Format.ofExtension("txt")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void says_in_sentences_what_an_import_does_not_keep(Format format) {
        assertThat(format.notes()).allMatch(note -> note.endsWith("."));
        assertThat(format.notes().isEmpty()).isEqualTo(format == Format.JSON);
    }
}
