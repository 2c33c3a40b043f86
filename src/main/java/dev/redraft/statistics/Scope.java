package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose drafts and of which configuration are counted; null for all.
record Scope(@Nullable String owner, @Nullable Name configuration) {
    /// What an address asks for.
    ///
    /// @throws Refusal 400 `malformed-parameter`; 403 for somebody else's numbers, unless an administrator asks
    static Scope read(@Nullable String owner, @Nullable String configuration, Actor actor) {
        var asked = filled(owner);
        if (asked != null && !asked.equals(actor.name()) && !actor.isAdministrator()) {
            throw ofOthers();
        }
        return new Scope(asked, name(filled(configuration)));
    }

    /// @throws Refusal 403 if numbers are to be told apart by owner, unless an administrator asks or all are
    ///     one's own
    void requireMayTellApart(Set<By> by, Actor actor) {
        if (by.contains(By.OWNER) && !actor.isAdministrator() && !actor.name().equals(owner)) {
            throw ofOthers();
        }
    }

    private static Refusal ofOthers() {
        return new Refusal(
                403,
                "forbidden",
                "Only administrators see the numbers of other people. Ask for your own, or for those of all together.");
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Name name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new Refusal(
                            400,
                            "malformed-parameter",
                            "configuration is an application and an environment with a slash between them,"
                                    + " such as billing/production.")
                    .with("parameter", "configuration");
        }
        return new Name(parts[0].strip(), parts[1].strip());
    }

    boolean includes(Fact draft) {
        return includes(draft.configuration(), draft.owner());
    }

    boolean includes(Name draftOf, String draftBy) {
        return (owner == null || owner.equals(draftBy)) && (configuration == null || configuration.equals(draftOf));
    }
}
