package dev.redraft.web;

import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Step;
import dev.redraft.web.Offer.Offers;
import io.quarkus.qute.TemplateExtension;

/// What templates say of a node of a value.
@TemplateExtension
public final class NodeWords {
    private NodeWords() {}

    /// Whether it is the first element of its list.
    public static boolean first(ValueNode node) {
        return node.path().last() instanceof Step.Index(var index) && index == 0;
    }

    /// The index behind this element's.
    public static String nextName(ValueNode node) {
        return node.path().last() instanceof Step.Index(var index) ? Integer.toString(index + 1) : "";
    }

    /// The word a person reads: true and false are one type.
    public static String word(ValueNode node) {
        return node.value() instanceof JsonBoolean ? "true/false" : node.type();
    }

    /// The type that a switch sends.
    public static String opposite(ValueNode node) {
        return node.type().equals("true") ? "false" : "true";
    }

    /// A scalar as text.
    public static String text(ValueNode node) {
        return ValueText.line(node.value());
    }

    /// A value of any kind as text, in as many lines as it takes.
    public static String whole(ValueNode node) {
        return ValueText.whole(node.value());
    }

    /// The beginning of a container.
    public static String preview(ValueNode node) {
        return ValueText.preview(node.value());
    }

    /// Whether it is the value of an entry as a whole.
    public static boolean entry(ValueNode node) {
        return node.path().isEntry();
    }

    /// How many children are not shown.
    public static int notShown(ValueNode node) {
        return node.isContainer() ? Math.max(0, node.size() - ValueNode.MOST_CHILDREN) : 0;
    }

    /// What might be added to it.
    public static Offers offers(ValueNode node) {
        return node.value() instanceof JsonObject object ? node.said().offers(object) : Offers.NONE;
    }
}
