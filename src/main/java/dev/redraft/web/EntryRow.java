package dev.redraft.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// An entry as a grid shows it, live or in a draft.
///
/// @param node its value; of a removed one what it was
/// @param state in a word: changed, added, removed, or nothing
/// @param page the address of the page that shows it, with a query
/// @param opened the pointer of the value that is to be shown open; empty for none
/// @param isFull whether what is in its value comes with the page, where that is little
/// @param past where its history can be read
/// @param desk where it can be edited; null where it cannot
/// @param version the version that last wrote it; null if a draft did
public record EntryRow(
        String key,
        ValueNode node,
        String state,
        String page,
        String opened,
        boolean isFull,
        Past past,
        @Nullable Desk desk,
        @Nullable Integer version,
        String author,
        @Nullable Instant at) {

    /// Where the history of entries can be read.
    ///
    /// @param address of the history of the configuration
    /// @param version of which the values are; null if they are a draft's
    public record Past(String address, @Nullable Integer version) {}

    /// A draft that can be edited, and what is being edited in this entry.
    ///
    /// @param changes where its forms go
    /// @param form null if nothing is being edited
    public record Desk(String changes, long stamp, @Nullable ValueForm form) {}

    /// What the row is called in its page.
    public String id() {
        return "e-" + coded(key);
    }

    /// What the place beside a value is called where it is told who set it.
    public String mark(ValueNode node) {
        return markOf(node);
    }

    /// The same for whoever tells it.
    public static String markOf(ValueNode node) {
        return "set-" + coded(node.pointer());
    }

    private static String coded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /// The address that shows this entry alone.
    public String href() {
        return page + "key=" + Page.encoded(key);
    }

    /// The address of its history.
    public String history() {
        return past.address() + "/entry?key=" + Page.encoded(key);
    }

    /// The address that tells who set a value of a committed version and what is in it; null for a draft.
    public @Nullable String blame(ValueNode node) {
        return past.version() == null
                ? null
                : past.address() + "/blame?path=" + Page.encoded(node.pointer()) + "&version=" + past.version();
    }

    public boolean isEditable() {
        return desk != null && !isRemoved();
    }

    public boolean isRemoved() {
        return state.equals("removed");
    }

    /// The form that stands in the place of a value or beside it; null if there is none.
    public @Nullable ValueForm form(ValueNode node) {
        var form = desk == null ? null : desk.form();
        return form != null && form.path().equals(node.pointer()) ? form : null;
    }

    /// What else can be done with a value than to type another, if that is asked for; else null.
    public @Nullable ValueForm tools(ValueNode node) {
        var form = form(node);
        return form == null || form.deed().equals("set") || form.deed().equals("add") ? null : form;
    }

    /// Whether a value is shown as a tree: one that has something in it, and is not being typed as a whole.
    public boolean isTree(ValueNode node) {
        var form = form(node);
        return node.isBranch() && (form == null || !form.deed().equals("set"));
    }

    public boolean isOpen(ValueNode node) {
        return node.isTouched() || leadsToOpened(node);
    }

    /// Whether its children come with the page.
    public boolean shows(ValueNode node) {
        return ((isFull || node.isTouched()) && node.isSmall()) || leadsToOpened(node);
    }

    private boolean leadsToOpened(ValueNode node) {
        return opened.equals(node.pointer()) || opened.startsWith(node.pointer() + "/");
    }
}
