package dev.redraft.history;

import dev.redraft.configuration.Name;
import dev.redraft.operation.Path;
import dev.redraft.platform.Role;
import dev.redraft.web.EntryRow;
import dev.redraft.web.Page;
import dev.redraft.web.ValueNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Who set a value and what is directly in it, for people. A live view that is opened takes its parts of this
/// page.
@jakarta.ws.rs.Path("/configurations/{application}/{environment}/history/blame")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class BlamePages {
    /// So many values at most are looked for.
    private static final int MOST = 200;

    private final Suspects suspects;
    private final Blames blames;

    BlamePages(Suspects suspects, Blames blames) {
        this.suspects = suspects;
        this.blames = blames;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance blame(Sheet sheet);
    }

    /// Who set what.
    ///
    /// @param place the value that was asked about; the others are in it
    /// @param version of which they are
    public record Sheet(Name name, Path place, int version, List<Row> rows) {
        public String title() {
            return "Who set " + place;
        }

        public String path() {
            return place.toString();
        }

        public String key() {
            return place.entryKey();
        }
    }

    /// Who set one value.
    public record Row(ValueNode node, Blamed by) {
        public String path() {
            return node.path().toString();
        }

        /// The place in a live view that tells it.
        public String mark() {
            return EntryRow.markOf(node);
        }
    }

    @GET
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestQuery @Nullable String path,
            @RestQuery @Nullable String version) {
        var name = new Name(application, environment);
        var suspect = suspects.at(name, path, version);
        var node = ValueNode.at(suspect.place());
        var nodes = Stream.concat(Stream.of(node), node.children().stream())
                .limit(MOST)
                .toList();
        var blamed =
                blames.of(suspect.entry(), nodes.stream().map(ValueNode::path).toList());
        var rows = nodes.stream()
                .map(one -> new Row(one, blamed.getOrDefault(one.path(), Blamed.of(suspect.entry()))))
                .toList();
        var sheet = new Sheet(name, node.path(), suspect.version().number(), rows);
        return Page.of(200, Templates.blame(sheet)).build();
    }
}
