package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.document.Limits;
import dev.redraft.operation.PatchOperation;
import dev.redraft.operation.Pointer;
import dev.redraft.platform.Refusal;
import dev.redraft.web.ValueForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// One change of a draft as the editor's forms send it.
///
/// @param deed set, add, remove or rename
/// @param path the pointer of what is changed; of what it is added to, for add
/// @param type of the value
/// @param value as it was typed
/// @param name of what is added, or the new name
/// @param stamp that the page showed
record ChangeForm(
        @RestForm @Nullable String deed,
        @RestForm @Nullable String path,
        @RestForm @Nullable String type,
        @RestForm @Nullable String value,
        @RestForm @Nullable String name,
        @RestForm @Nullable String stamp) {
    /// What was typed, to be shown again.
    ValueForm typed() {
        return new ValueForm(text(deed), text(path), text(type), text(value), text(name), "");
    }

    private static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }

    Pointer pointer() {
        return pointer(text(path));
    }

    private static Pointer pointer(String text) {
        try {
            return Pointer.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "malformed-pointer", String.valueOf(malformed.getMessage()));
        }
    }

    /// The place of what is added or renamed.
    Pointer target() {
        var tokens = new ArrayList<>(pointer().tokens());
        if ("rename".equals(deed)) {
            tokens.removeLast();
        }
        tokens.add(text(name));
        return new Pointer(tokens);
    }

    boolean isStructural() {
        return "rename".equals(deed) || "add".equals(deed) && pointer().isRoot();
    }

    /// Whether what it makes must not be there already: adding would silently replace it.
    boolean makesMember() {
        return "rename".equals(deed) || "add".equals(deed);
    }

    Edit edit(Limits limits) {
        return new Edit.Patch(List.of(
                switch (text(deed)) {
                    case "set" -> new PatchOperation.Replace(pointer(), typed().value(limits));
                    case "add" -> new PatchOperation.Add(target(), typed().value(limits));
                    case "remove" -> new PatchOperation.Remove(pointer());
                    case "rename" -> new PatchOperation.Move(pointer(), target());
                    default -> throw new Refusal(400, "malformed-form", "The form does not say what to do.");
                }));
    }
}
