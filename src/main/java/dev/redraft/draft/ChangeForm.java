package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.document.Limits;
import dev.redraft.operation.PatchOperation;
import dev.redraft.operation.Pointer;
import dev.redraft.platform.Refusal;
import dev.redraft.web.Moment;
import dev.redraft.web.TypedValue;
import dev.redraft.web.ValueForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// One change of a draft as the editor's forms send it.
///
/// @param deed set, add, remove, rename, duplicate, move, up or down
/// @param path the pointer of what is changed; of what it is added to, for add
/// @param type of the value
/// @param value as it was typed; absent for a switch that is off
/// @param offset from UTC, beside a time
/// @param before the time as it was written before
/// @param name of what is added, the new name, or the pointer of the new place
/// @param stamp that the page showed
record ChangeForm(
        @RestForm @Nullable String deed,
        @RestForm @Nullable String path,
        @RestForm @Nullable String type,
        @RestForm @Nullable String value,
        @RestForm @Nullable String offset,
        @RestForm @Nullable String before,
        @RestForm @Nullable String name,
        @RestForm @Nullable String stamp) {
    /// What was typed, to be shown again.
    ValueForm typed() {
        var typed = new TypedValue(text(type), offset == null ? text(value) : moment(offset));
        return ValueForm.again(text(deed), text(path), typed, text(name));
    }

    private String moment(String fromUtc) {
        return Moment.typed(text(value).strip(), fromUtc.strip(), text(before));
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

    /// The place of what is added, renamed or duplicated.
    Pointer target() {
        return switch (text(deed)) {
            case "add" -> within(pointer(), text(name));
            case "move" -> pointer(text(name));
            default -> beside(text(name));
        };
    }

    private static Pointer within(Pointer place, String token) {
        var tokens = new ArrayList<>(place.tokens());
        tokens.add(token);
        return new Pointer(tokens);
    }

    private Pointer beside(String token) {
        var tokens = pointer().tokens();
        return within(new Pointer(tokens.subList(0, Math.max(0, tokens.size() - 1))), token);
    }

    /// The place of an element so many further on in its list.
    private Pointer further(int steps) {
        var last = pointer().isRoot() ? "" : pointer().tokens().getLast();
        if (!last.matches("[0-9]{1,9}")) {
            throw new Refusal(409, "not-applicable", "Only elements of lists have a place in an order.");
        }
        var index = Integer.parseInt(last) + steps;
        if (index < 0) {
            throw new Refusal(409, "not-applicable", "It is the first already.");
        }
        return beside(Integer.toString(index));
    }

    /// Where what was changed is afterwards.
    Pointer result() {
        return switch (text(deed)) {
            case "rename", "duplicate", "move" -> target();
            case "up" -> further(-1);
            case "down" -> further(1);
            default -> pointer();
        };
    }

    /// Whether it may make or take away an entry, so that the list of them is another one.
    boolean isStructural() {
        return "move".equals(deed) || (makesMember() && target().tokens().size() == 1);
    }

    /// Whether what it makes must not be there already: adding would silently replace it.
    boolean makesMember() {
        return Set.of("rename", "add", "duplicate", "move").contains(text(deed));
    }

    Edit edit(Limits limits) {
        return new Edit.Patch(List.of(
                switch (text(deed)) {
                    case "set" -> new PatchOperation.Replace(pointer(), typed().value(limits));
                    case "add" -> new PatchOperation.Add(target(), typed().value(limits));
                    case "remove" -> new PatchOperation.Remove(pointer());
                    case "rename", "move" -> new PatchOperation.Move(pointer(), target());
                    case "duplicate" -> new PatchOperation.Copy(pointer(), target());
                    case "up", "down" -> new PatchOperation.Move(pointer(), result());
                    default -> throw new Refusal(400, "malformed-form", "The form does not say what to do.");
                }));
    }
}
