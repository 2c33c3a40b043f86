package dev.redraft.draft;

import dev.redraft.configuration.Configurations;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Overview;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/// The place for one open draft that everybody has in each configuration.
@ApplicationScoped
class DraftPlaces {
    private final Configurations configurations;

    DraftPlaces(Configurations configurations) {
        this.configurations = configurations;
    }

    /// @param sentence what to say and to do where it is taken, with `%s` for the configuration
    /// @throws Refusal 409 `draft-exists`, or 409 `archived` where there can be no draft at all
    void requireOpen(Name name, String sentence, Actor actor) {
        var configuration = configurations.named(name, actor);
        if (configuration.archived()) {
            throw Configurations.archived(name);
        }
        requireFree(configuration, sentence);
    }

    /// The same, archived or not.
    void requireFree(Name name, String sentence, Actor actor) {
        requireFree(configurations.named(name, actor), sentence);
    }

    private static void requireFree(Overview configuration, String sentence) {
        if (configuration.myDraftId() != null) {
            throw new Refusal(409, "draft-exists", sentence.formatted(configuration.name()))
                    .with("draft", configuration.myDraftId());
        }
    }
}
