package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class What_somebody_accepts {
    /// An offer and the media types it goes by.
    private static String best(String accept) {
        return Accepted.of(accept == null ? "" : accept)
                .best(List.of("json", "yaml", "properties"), offer -> switch (offer) {
                    case "json" -> List.of("application/json");
                    case "yaml" -> List.of("application/yaml", "text/yaml");
                    default -> List.of("text/x-java-properties");
                })
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | json
            */* | json
            * | json
            application/* | json
            text/* | properties
            text/yaml | yaml
            APPLICATION/YAML | yaml
            text/x-java-properties;charset=utf-8 | properties
            application/json;q=0.1, application/yaml;q=0.9 | yaml
            application/json; q=0.8 , application/yaml ; q=0.2 | json
            application/yaml, application/json | yaml
            application/yaml, */* | yaml
            */*, application/yaml | yaml
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | json
            application/json;q=0, */* | yaml
            application/json;q=0, application/* | yaml
            application/json, , | json
            application/json;q=1.0;profile="a,b" | json
            text/x;a="\"application/yaml",application/json | json
            application/json;q=0 | nothing
            */*;q=0 | nothing
            image/png | nothing
            garbage | nothing
            , | nothing
            "application/json" | nothing
            """)
    void decides_what_is_sent(String accept, String sent) {
        assertThat(best(accept)).isEqualTo(sent);
    }
}
