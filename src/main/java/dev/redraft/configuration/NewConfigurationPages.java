package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import dev.redraft.web.Preconditions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// How a configuration begins: empty, from a file, or as the sample.
@Path("/configurations")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class NewConfigurationPages {
    private static final String SAMPLE = "sample/shop.yaml";

    private final Configurations configurations;
    private final Writes writes;
    private final ContentForm content;
    private final Actors actors;

    NewConfigurationPages(Configurations configurations, Writes writes, ContentForm content, Actors actors) {
        this.configurations = configurations;
        this.writes = writes;
        this.content = content;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(Typed typed, String complaint);
    }

    /// What is typed to make one.
    record Typed(
            @RestForm @Nullable String application,
            @RestForm @Nullable String environment,
            @RestForm @Nullable String title) {
        Name name() {
            return new Name(text(application), text(environment));
        }

        private static String text(@Nullable String field) {
            return Objects.requireNonNullElse(field, "").strip();
        }
    }

    @GET
    @Path("new")
    public Response form() {
        return page(200, new Typed("", "", ""), "");
    }

    private static Response page(int status, Typed typed, String complaint) {
        return Page.of(status, Templates.form(typed, complaint)).build();
    }

    /// Makes one, with what is in the file if there is one.
    @POST
    public Response make(@BeanParam Typed typed, @RestForm @Nullable FileUpload file) {
        try {
            var name = typed.name();
            Texts.check("title", typed.title(), 200);
            if (file == null || file.fileName().isEmpty()) {
                obtain(name, Typed.text(typed.title()));
            } else {
                fill(name, Typed.text(typed.title()), file.fileName(), Files.readAllBytes(file.uploadedFile()));
            }
            return Page.goTo(LocalPath.of("/configurations/" + name)).build();
        } catch (IOException gone) {
            throw new UncheckedIOException("An uploaded file is gone", gone);
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), typed, complaint.sentence());
        }
    }

    /// Makes two configurations to play with; those that are there stay as they are.
    @POST
    @Path("sample")
    public Response sample() throws IOException {
        try (var sample = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(SAMPLE))) {
            var yaml = sample.readAllBytes();
            for (var environment : List.of("staging", "production")) {
                var name = new Name("shop", environment);
                if (configurations
                        .obtain(name, "Sample: a small shop", "", actors.current())
                        .isNew()) {
                    writes.write(
                            name,
                            content.file(SAMPLE, yaml).edit(),
                            "Load the sample",
                            Guard.ofContent(Preconditions.NONE),
                            actors.current());
                }
            }
        }
        return Page.goTo(LocalPath.START).build();
    }

    private void obtain(Name name, String title) {
        if (!configurations.obtain(name, title, "", actors.current()).isNew()) {
            throw new Refusal(409, "exists", "There is already a configuration " + name + ".");
        }
    }

    /// The file is read first: one that cannot be read leaves no empty configuration behind.
    private void fill(Name name, String title, String fileName, byte[] file) {
        name.check();
        var incoming = content.file(fileName, file);
        obtain(name, title);
        writes.write(
                name, incoming.edit(), "Import " + fileName, Guard.ofContent(Preconditions.NONE), actors.current());
    }
}
