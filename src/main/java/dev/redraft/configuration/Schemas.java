package dev.redraft.configuration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.redraft.audit.AuditLog;
import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.idempotency.Deed;
import dev.redraft.operation.Rules;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.schema.Schema;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The schemas of configurations, and the only door to changing one.
@ApplicationScoped
public class Schemas {
    private final Session database;
    private final Configurations configurations;
    private final AuditLog audit;
    private final Cache<Numbered, Schema> compiled =
            Caffeine.newBuilder().maximumSize(500).build();

    Schemas(Session database, Configurations configurations, AuditLog audit) {
        this.database = database;
        this.configurations = configurations;
        this.audit = audit;
    }

    private record Numbered(UUID configuration, int number) {}

    /// A schema as it is now.
    ///
    /// @param source null if there is none
    public record Current(int number, @Nullable Json source) {}

    /// The schema of a configuration under a number; for 0 the one that allows everything. One statement at
    /// most, and none where it is known already. A compiled schema never grows stale: under a number there is
    /// ever but one.
    @RetryOnConflict
    @Transactional
    public Schema numbered(UUID configuration, int number) {
        var key = new Numbered(configuration, number);
        var known = number == 0 ? Schema.ANYTHING : compiled.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var source = source(configuration, number);
        var schema = source == null ? Schema.ANYTHING : Schema.of(source);
        compiled.put(key, schema);
        return schema;
    }

    /// What the schema says about making this edit; nothing is looked up for an edit that no rule is about.
    public Rules rulesFor(Edit edit, UUID configuration, int number) {
        return edit.isRelative() ? numbered(configuration, number) : Rules.NONE;
    }

    private @Nullable Json source(UUID configuration, int number) {
        var source = database.createNativeQuery("""
                        select cast(schema as text) from configuration_schema
                        where configuration = :configuration and number = :number
                        """, String.class)
                .setParameter("configuration", configuration)
                .setParameter("number", number)
                .getSingleResultOrNull();
        return source == null ? null : JsonReader.stored(source);
    }

    /// The schema as it is now, if there is one.
    ///
    /// @throws Refusal 404 if there is no such configuration
    @RetryOnConflict
    @Transactional
    public Current current(Name name) {
        var row = (Object[]) database.createNativeQuery("""
                        select c.schema_number, cast(s.schema as text)
                        from configuration c
                        left join configuration_schema s on s.configuration = c.id and s.number = c.schema_number
                        where c.application = :application and c.environment = :environment
                        """, Object[].class)
                .setParameter("application", name.application())
                .setParameter("environment", name.environment())
                .getSingleResultOrNull();
        if (row == null) {
            throw Configurations.missing(name);
        }
        return new Current((Integer) row[0], row[1] == null ? null : JsonReader.stored((String) row[1]));
    }

    /// Gives a configuration another schema, under the lock that a commit takes first: whoever waited for this
    /// one meets the new schema. What is live may not pass it; that is no reason to refuse it.
    ///
    /// @param schema one that [Schema#of] takes; null for none
    /// @return its number, which stays where nothing changes
    @Deed
    @RetryOnConflict
    @Transactional
    public int change(Name name, @Nullable Json schema, Preconditions preconditions, Actor actor) {
        var configuration = configurations.locked(name);
        var number = configuration.schemaNumber();
        var before = number == 0 ? null : source(configuration.id(), number);
        preconditions.check(before == null ? null : Tags.ofSchema(number));
        if (configuration.isArchived()) {
            throw Configurations.archived(name);
        }
        if (schema == null && before == null) {
            throw none(name);
        }
        if (isSame(schema, before)) {
            return number;
        }
        configuration.schemaChanged();
        keep(configuration, schema, actor);
        return configuration.schemaNumber();
    }

    private static boolean isSame(@Nullable Json one, @Nullable Json other) {
        return one != null && other != null && JsonWriter.compact(one).equals(JsonWriter.compact(other));
    }

    private void keep(Configuration configuration, @Nullable Json schema, Actor actor) {
        database.createNativeMutationQuery("""
                        insert into configuration_schema (configuration, number, schema, author)
                        values (:configuration, :number, cast(:schema as json), :author)
                        """)
                .setParameter("configuration", configuration.id())
                .setParameter("number", configuration.schemaNumber())
                .setParameter("schema", schema == null ? null : JsonWriter.compact(schema), String.class)
                .setParameter("author", actor.name())
                .executeUpdate();
        audit.record(
                actor.name(),
                schema == null ? "schema-removed" : "schema-changed",
                configuration.id(),
                null,
                configuration.name().toString(),
                Map.of("number", configuration.schemaNumber()));
    }

    static Refusal none(Name name) {
        return new Refusal(404, "no-schema", "The configuration " + name + " has no schema; anything may stand in it.");
    }
}
