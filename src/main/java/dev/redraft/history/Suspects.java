package dev.redraft.history;

import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.EntryPages.Line;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.operation.Pointer;
import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the value that somebody asks about in a version.
@ApplicationScoped
class Suspects {
    private final Contents contents;

    Suspects(Contents contents) {
        this.contents = contents;
    }

    /// An entry as a version has it.
    record Entry(UUID configuration, Line line) {}

    /// A value in it.
    record Suspect(Contents.Version version, Entry entry, Pointer.Found place) {}

    /// @param path a pointer into the configuration
    /// @param number of the version; null for the live one
    /// @throws Refusal 400 if one of them is malformed, 404 if nothing stands there
    Suspect at(Name name, @Nullable String path, @Nullable String number) {
        var pointer = Parameters.place(path);
        var which = number == null ? new Which.Live() : new Which.Numbered(VersionNumber.read(number, "version"));
        var version = contents.version(name, which);
        var key = pointer.tokens().getFirst();
        var within = new Pointer(pointer.tokens().subList(1, pointer.tokens().size()));
        var line = contents.entry(version, key).orElseThrow(() -> nothing(pointer, version));
        var place = within.in(key, line.value());
        if (place == null) {
            throw nothing(pointer, version);
        }
        return new Suspect(version, new Entry(version.configuration(), line), place);
    }

    private static Refusal nothing(Pointer pointer, Contents.Version version) {
        return new Refusal(404, "not-found", "In v" + version.number() + " nothing stands at " + pointer + ".")
                .with("path", pointer.toString());
    }
}
