package dev.redraft.configuration;

import dev.redraft.document.Format;
import io.quarkus.qute.RawString;
import org.jspecify.annotations.Nullable;

/// A version as one text, which may be the live one.
///
/// @param content null if there is more of it than a page shows
/// @param modules the map of the code editor's modules
public record LiveTextSheet(
        Overview configuration,
        Contents.Version version,
        Format format,
        @Nullable String content,
        RawString modules,
        boolean isEditor) {
    public Name name() {
        return configuration.name();
    }

    public String path() {
        return "/configurations/" + name();
    }

    /// Where the same is shown of what is live.
    public String ofLive() {
        return path() + "/text?format=" + kind();
    }

    /// Whether this is what programs get now.
    public boolean isLive() {
        return version.number() == configuration.version();
    }

    public boolean isTooMuch() {
        return content == null;
    }

    public boolean isJson() {
        return format == Format.JSON;
    }

    /// What the format is called in addresses.
    public String kind() {
        return format.extensions().getFirst();
    }

    /// What a person calls the format.
    public String language() {
        return format.name();
    }

    /// What the address of a version that is not live says besides.
    public String which() {
        return isLive() ? "" : "&version=" + version.number();
    }

    /// What the window is called.
    public String title() {
        return name().title() + (isLive() ? "" : " at v" + version.number()) + " as " + language();
    }
}
