package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.document.Limits;
import dev.redraft.platform.Refusal;
import dev.redraft.schema.Hint;
import java.util.List;

/// A form in which a value is typed: what it is for, what was typed, and what was wrong with that.
///
/// @param deed set, add, or what else can be done with a value
/// @param path the pointer of the value it changes, or adds to
/// @param typed the value in its fields
/// @param name of what is added, or the new name
/// @param error a sentence; empty if nothing is wrong
/// @param hint what the schema says of the value
/// @param control with what it is typed
public record ValueForm(
        String deed, String path, TypedValue typed, String name, String error, Hint hint, Control control) {
    /// A form on a value as it is.
    ///
    /// @param deed `raw` sets it, too, but by a field for any value
    public static ValueForm of(String deed, ValueNode node) {
        return switch (deed) {
            case "set" -> set(node, node.isSwitch() ? Control.TYPED : node.control());
            case "raw" -> set(node, Control.TYPED);
            case "add" -> ofNew(node.pointer(), "", Hint.NONE);
            default -> again(deed, node.pointer(), TypedValue.ofNew(Control.TYPED), node.name());
        };
    }

    private static ValueForm set(ValueNode node, Control control) {
        var hint = node.hint();
        var typed = control == Control.TYPED && !hint.takes(node.value())
                ? TypedValue.json(node.value())
                : TypedValue.of(node.value(), control);
        return new ValueForm("set", node.pointer(), typed, "", "", hint, control);
    }

    /// A form for a member of a value, or for an entry, that is not there yet. It starts with what is meant
    /// anyway.
    ///
    /// @param path the pointer of what it is added to
    /// @param name empty if that is to be typed, too
    public static ValueForm ofNew(String path, String name, Hint hint) {
        var preset = hint.preset();
        var control = Control.ofNew(hint);
        var typed = preset == null || !hint.takes(preset) ? TypedValue.ofNew(control) : TypedValue.of(preset, control);
        return new ValueForm("add", path, typed, name, "", hint, control);
    }

    /// What was sent, to be shown again.
    public static ValueForm again(String deed, String path, TypedValue typed, String name) {
        return new ValueForm(deed, path, typed, name, "", Hint.NONE, Control.TYPED);
    }

    public ValueForm with(String sentence) {
        return new ValueForm(deed, path, typed, name, sentence, hint, control);
    }

    /// The same on a value that may be this one; what is said of that is said here.
    public ValueForm on(ValueNode entry) {
        var node = entry.at(path);
        return node == null ? this : with(deed.equals("add") ? node.said().member(name) : node.hint());
    }

    /// The same where this is said of the value.
    public ValueForm with(Hint said) {
        return new ValueForm(deed, path, typed, name, error, said, typed.control(said));
    }

    /// The value that was typed.
    ///
    /// @throws Refusal 422 if it is none of its type
    public Json value(Limits limits) {
        return typed.value(limits);
    }

    public String type() {
        return typed.type();
    }

    public String text() {
        return typed.text();
    }

    /// The types to choose from; one alone goes without saying.
    public List<String> types() {
        return switch (control) {
            case TYPED -> List.of("text", "number", "true", "false", "null", "json");
            case NUMBER, LINE, LINES -> hint.types().contains("null") ? List.of(type(), "null") : List.of(type());
            case SWITCH, CHOICE, DATE, DATE_TIME, TIME -> List.of(type());
        };
    }

    public boolean isWrong() {
        return !error.isEmpty();
    }

    /// Whether something was typed or chosen before.
    public boolean isBegun() {
        return isWrong() || !name.isEmpty();
    }

    /// Whether the schema says something about it in words.
    public boolean isExplained() {
        return !hint.title().isEmpty()
                || !hint.description().isEmpty()
                || !hint.rule().isEmpty();
    }

    /// Whether the field fits what the schema says, so that another one may be asked for.
    public boolean isFitted() {
        return control != Control.TYPED;
    }

    /// How many lines the field starts with.
    public int lines() {
        return (int) Math.clamp(text().lines().count(), control == Control.LINES ? 4 : 1, 24);
    }

    /// What a field for a date or a time shows.
    public String local() {
        return Moment.of(text()).local();
    }

    /// How far what it shows is from UTC.
    public String offset() {
        return text().isEmpty() ? Moment.UTC : Moment.of(text()).offset();
    }

    public List<Choice> options() {
        return Choice.of(hint, text());
    }
}
