package dev.redraft.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.resource.SchemaLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The versions of JSON Schema we take.
enum Draft {
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema", Dialects.getDraft202012()),
    DRAFT_7("http://json-schema.org/draft-07/schema#", Dialects.getDraft7()),
    DRAFT_4("http://json-schema.org/draft-04/schema#", Dialects.getDraft4());

    /// What a schema that does not say is written in.
    static final Draft USUAL = DRAFT_2020_12;

    private final String uri;
    private final SchemaRegistry registry;
    private final Schema metaSchema;

    Draft(String uri, Dialect dialect) {
        this.uri = uri;
        this.registry = SchemaRegistry.withDialect(
                bounded(dialect),
                builder -> builder.schemaRegistryConfig(config()).schemaLoader(nothing()));
        this.metaSchema = SchemaRegistry.withDefaultDialect(dialect).getSchema(SchemaLocation.of(uri));
    }

    private static SchemaRegistryConfig config() {
        return SchemaRegistryConfig.builder()
                .regularExpressionFactory(Patterns.INSTANCE)
                .losslessNarrowing(true)
                .locale(Locale.ROOT)
                .formatAssertionsEnabled(true)
                .preloadSchema(false)
                .build();
    }

    static Optional<Draft> of(String uri) {
        return Arrays.stream(values())
                .filter(draft -> bare(draft.uri).equals(bare(uri)))
                .findFirst();
    }

    private static String bare(String uri) {
        return uri.replaceFirst("^https?://", "").replaceFirst("#$", "");
    }

    /// The same rules, but for those that cannot be bounded or that say too little.
    private static Dialect bounded(Dialect dialect) {
        return Dialect.builder(dialect)
                .keywords(List.<Keyword>of(
                        new Alternatives(KeywordType.ANY_OF),
                        new Alternatives(KeywordType.ONE_OF),
                        new UniqueItems(),
                        new AnnotationKeyword("contentEncoding"),
                        new AnnotationKeyword("contentMediaType"),
                        new AnnotationKeyword("contentSchema")))
                .formats(formats -> {
                    formats.clear();
                    Formats.ASSERTED.forEach(format -> formats.put(format.getName(), format));
                })
                .unknownKeywordFactory((name, context) -> new AnnotationKeyword(name))
                .build();
    }

    /// Nobody fetches a schema for us, from wherever.
    private static SchemaLoader nothing() {
        return SchemaLoader.builder().allow(address -> false).build();
    }

    /// Before 2019, what stands beside a `$ref` did not count.
    boolean ignoresBesideRef() {
        return this != DRAFT_2020_12;
    }

    boolean knowsBooleans() {
        return this != DRAFT_4;
    }

    String idKeyword() {
        return this == DRAFT_4 ? "id" : "$id";
    }

    /// What says how a schema is written.
    Schema metaSchema() {
        return metaSchema;
    }

    Schema compiled(JsonNode schema) {
        return registry.getSchema(SchemaLocation.DOCUMENT, schema);
    }
}
