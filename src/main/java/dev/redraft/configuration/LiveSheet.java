package dev.redraft.configuration;

import dev.redraft.configuration.EntryPages.Line;
import dev.redraft.web.EntryRow;
import dev.redraft.web.Listing;
import dev.redraft.web.Page;
import dev.redraft.web.ValueNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the entries of a version, which may be the live one.
///
/// @param next the address where they go on; null on the last page
/// @param prefix what the keys shown begin with; empty for all
/// @param levels the prefixes one level below
/// @param committed the version that the reader just committed; empty if none
/// @param address of this server, for examples
public record LiveSheet(
        Overview configuration,
        Contents.Version version,
        List<EntryRow> rows,
        @Nullable String next,
        String query,
        String prefix,
        List<Level> levels,
        String committed,
        String address,
        boolean isEditor) {
    /// A prefix to choose.
    ///
    /// @param name what it adds to the one above
    public record Level(String name, String href) {}

    static LiveSheet of(
            Overview configuration,
            Contents.Version version,
            Listing<Line> lines,
            List<String> levels,
            LivePages.Asked asked,
            boolean isEditor) {
        var page = page(configuration, version);
        var filters = page
                + filter("prefix", asked.prefix())
                + filter("query", asked.query().strip());
        return new LiveSheet(
                configuration,
                version,
                lines.items().stream()
                        .map(line -> row(line, page, asked.open(), past(configuration, version)))
                        .toList(),
                lines.next() == null ? null : filters + "after=" + lines.next(),
                asked.query().strip(),
                asked.prefix(),
                levels.stream().map(level -> level(level, asked.prefix(), page)).toList(),
                asked.committed(),
                "",
                isEditor);
    }

    /// With the address of this server, for examples.
    LiveSheet at(String server) {
        return new LiveSheet(configuration, version, rows, next, query, prefix, levels, committed, server, isEditor);
    }

    /// The address of the version, ready for parameters.
    private static String page(Overview configuration, Contents.Version version) {
        return "/configurations/" + configuration.name() + "?"
                + (version.number() == configuration.version() ? "" : "version=" + version.number() + "&");
    }

    private static String filter(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + Page.encoded(value) + "&";
    }

    private static Level level(String prefix, String above, String page) {
        return new Level(prefix.substring(above.length()), page + "prefix=" + Page.encoded(prefix));
    }

    private static EntryRow.Past past(Overview configuration, Contents.Version version) {
        return new EntryRow.Past("/configurations/" + configuration.name() + "/history", version.number());
    }

    private static EntryRow row(Line line, String page, String open, EntryRow.Past past) {
        return new EntryRow(
                line.key(),
                ValueNode.of(line.key(), line.value()),
                "",
                page,
                open,
                true,
                past,
                null,
                line.version(),
                line.author(),
                line.at());
    }

    public String path() {
        return "/configurations/" + configuration.name();
    }

    public Name name() {
        return configuration.name();
    }

    /// Whether this is what programs get now.
    public boolean isLive() {
        return version.number() == configuration.version();
    }

    /// The way down to the prefix, from the first level on.
    public List<Level> way() {
        var way = new ArrayList<Level>();
        for (int dot = prefix.indexOf('.'); dot >= 0; dot = prefix.indexOf('.', dot + 1)) {
            var above = way.stream().mapToInt(level -> level.name().length()).sum();
            way.add(level(prefix.substring(0, dot + 1), prefix.substring(0, above), page(configuration, version)));
        }
        return way;
    }

    /// What the window is called.
    public String title() {
        return name().title() + (isLive() ? "" : " at v" + version.number());
    }
}
