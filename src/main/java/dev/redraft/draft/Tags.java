package dev.redraft.draft;

import dev.redraft.configuration.Revision;
import dev.redraft.web.EntityTag;
import dev.redraft.web.EntityTags;
import dev.redraft.web.Preconditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entity tags of drafts: the stamp, which writes compare, and behind the dot what else a representation depends on.
final class Tags {
    private Tags() {}

    static EntityTag of(Revision draft) {
        return EntityTag.strong("s" + draft.stamp());
    }

    /// What a form of a page depends on: that the draft still has the stamp that the page showed.
    static Preconditions at(@Nullable String stamp) {
        return new Preconditions(new EntityTags.Listed(List.of(EntityTag.strong("s" + stamp))), null);
    }

    /// As a reader sees it, which moves with the live version too.
    static EntityTag of(Draft draft) {
        return EntityTag.strong("s" + draft.stamp() + ".v" + draft.current());
    }

    /// Of its content in one of its formats.
    static EntityTag ofContent(long stamp, String representation) {
        return EntityTag.strong("s" + stamp + "." + representation);
    }
}
