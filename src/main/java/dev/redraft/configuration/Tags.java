package dev.redraft.configuration;

import dev.redraft.web.EntityTag;
import dev.redraft.web.EntityTags;
import dev.redraft.web.Preconditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entity tags of what is committed. What stands before the dot is the state that a write compares; behind it
/// stands what tells representations of this state apart.
final class Tags {
    private Tags() {}

    /// Of title, description and archived.
    static EntityTag of(Configuration configuration) {
        return EntityTag.strong("c" + configuration.edition());
    }

    /// What a form of a page depends on: that it still is what the page showed.
    static Preconditions at(@Nullable String edition) {
        return new Preconditions(new EntityTags.Listed(List.of(EntityTag.strong("c" + edition))), null);
    }

    /// The same, as a reader of the whole resource sees it, which moves with each commit too.
    static EntityTag of(Overview overview) {
        return EntityTag.strong("c" + overview.edition() + ".v" + overview.version());
    }

    /// Of the content at a version.
    static EntityTag ofContent(int version) {
        return EntityTag.strong("v" + version);
    }

    /// The same in one of its formats.
    static EntityTag ofContent(int version, String representation) {
        return EntityTag.strong("v" + version + "." + representation);
    }

    /// Of the schema.
    static EntityTag ofSchema(int number) {
        return EntityTag.strong("k" + number);
    }

    /// Of one entry, which moves when a version writes it.
    static EntityTag ofEntry(int since) {
        return EntityTag.strong("e" + since);
    }
}
