package dev.redraft.access;

import dev.redraft.access.AccountApi.User;
import dev.redraft.idempotency.Repetition;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.EntityTag;
import dev.redraft.web.EntityTags;
import dev.redraft.web.Listing;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import dev.redraft.web.Preconditions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The pages where administrators make users and change what they may do.
@Path("/users")
@RolesAllowed(Role.ADMINISTRATORS)
@Produces(MediaType.TEXT_HTML)
class UserPages {
    private static final int A_PAGE = 100;
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    private final Accounts accounts;
    private final Actors actors;
    private final Repetition repetition;

    UserPages(Accounts accounts, Actors actors, Repetition repetition) {
        this.accounts = accounts;
        this.actors = actors;
        this.repetition = repetition;
    }

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance users(List<User> users, String next, List<String> roles, NewUser typed);

        static native TemplateInstance user(User user, long stamp, List<String> roles, String notice, String error);
    }

    /// What was typed to make a user, to be shown again beside what was wrong with it.
    record NewUser(String name, String role, String error) {
        static final NewUser NOTHING = new NewUser("", Role.VIEWERS, "");
    }

    @GET
    public Response list(@QueryParam("after") @Nullable String after) {
        return list(200, given(after), NewUser.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @RestForm @Nullable String name, @RestForm @Nullable String role, @RestForm @Nullable String password) {
        var typed = given(name).strip();
        try {
            refuseTaken(typed);
            var form = new AccountForm(given(role), given(password), null);
            accounts.save(typed, form.checked(), new Preconditions(null, new EntityTags.Any()), actors.current());
            return Page.goTo(page(typed, "made")).build();
        } catch (Refusal refused) {
            return list(refused.status(), "", new NewUser(typed, given(role), refused.sentence()));
        }
    }

    @GET
    @Path("{name}")
    public Response show(@PathParam("name") String name, @QueryParam("done") @Nullable String done) {
        var notice = done == null ? "" : done.equals("made") ? "The user was made." : "The change was saved.";
        return user(200, name, notice, "");
    }

    /// Changes what the form names and leaves the rest.
    ///
    /// @param stamp of the account as the page showed it: nobody changes what somebody else changed meanwhile
    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("name") String name,
            @RestForm @Nullable String stamp,
            @RestForm @Nullable String role,
            @RestForm @Nullable String password,
            @RestForm @Nullable String enabled) {
        try {
            var form = new AccountForm(role, password, enabled == null ? null : enabled.equals("true"));
            accounts.save(name, form.checked(), seen(given(stamp)), actors.current());
            return Page.goTo(page(name, "changed")).build();
        } catch (Refusal refused) {
            return user(refused.status(), name, "", refused.sentence());
        }
    }

    private Response list(int status, String after, NewUser typed) {
        var found = accounts.behind(after, A_PAGE + 1).stream().map(User::of).toList();
        var users = Listing.of(found, A_PAGE, User::name);
        return Page.of(status, Templates.users(users.items(), given(users.next()), ROLES, typed))
                .build();
    }

    private Response user(int status, String name, String notice, String error) {
        var account =
                accounts.named(name).orElseThrow(() -> new Refusal(404, "not-found", "There is no user of this name."));
        return Page.of(status, Templates.user(User.of(account), account.stamp(), ROLES, notice, error))
                .build();
    }

    /// In words that suit the page better than those of a precondition, which holds in a race all the same.
    private void refuseTaken(String name) {
        if (Account.isName(name) && accounts.named(name).isPresent() && !repetition.isBy(actors.current())) {
            throw new Refusal(409, "user-exists", "There is a user of this name already; nothing was changed.");
        }
    }

    private static LocalPath page(String name, String done) {
        return LocalPath.of("/users/" + Page.encoded(name) + "?done=" + done);
    }

    private static Preconditions seen(String stamp) {
        return new Preconditions(new EntityTags.Listed(List.of(EntityTag.strong(stamp))), null);
    }

    private static String given(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
