package dev.redraft.platform;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Migrations by name, for Flyway outside of Quarkus: its own search of the class path finds nothing in Quarkus'
/// jars.
///
/// @param scripts resources, such as `db/migration/V001__entries.sql`
record AppliedMigrations(List<String> scripts) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .<LoadableResource>map(Script::new)
                .filter(script -> script.getFilename().startsWith(prefix)
                        && List.of(suffixes).stream().anyMatch(script.getFilename()::endsWith))
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            var stream = AppliedMigrations.class.getClassLoader().getResourceAsStream(name);
            if (stream == null) {
                throw new CannotStart(("The database has seen the migration %s, which this Redraft does not know:"
                                + " use the Redraft that wrote it.")
                        .formatted(name));
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
