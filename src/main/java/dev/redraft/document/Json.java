package dev.redraft.document;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A JSON value that never changes: numbers keep their text, objects keep the order of their members.
///
/// `equals` means *same text*: numbers are equal when they are written alike, objects when they have the same members
/// in whatever order. [#sameValueAs] means *same value*: numbers are equal when they count the same.
public sealed interface Json {
    /// The one null.
    JsonNull NULL = new JsonNull();

    /// Whether both are the same value: `1.0` is `1`, and the order of members does not matter.
    boolean sameValueAs(Json other);

    /// The word a message uses for this kind of value, with its article: "a number", "an object".
    String kind();

    /// JSON null, which is something else than absence.
    record JsonNull() implements Json {
        @Override
        public boolean sameValueAs(Json other) {
            return other instanceof JsonNull;
        }

        @Override
        public String kind() {
            return "null";
        }
    }

    /// True or false.
    record JsonBoolean(boolean value) implements Json {
        @Override
        public boolean sameValueAs(Json other) {
            return equals(other);
        }

        @Override
        public String kind() {
            return "a boolean";
        }
    }

    /// A number in the text it was written in; the text follows the grammar of RFC 8259.
    record JsonNumber(String text) implements Json {
        /// The exact decimal that the text stands for.
        public BigDecimal decimal() {
            return new BigDecimal(text);
        }

        @Override
        public boolean sameValueAs(Json other) {
            return other instanceof JsonNumber(var otherText)
                    && (text.equals(otherText) || decimal().compareTo(new BigDecimal(otherText)) == 0);
        }

        @Override
        public String kind() {
            return "a number";
        }
    }

    /// Text, any character but lone surrogates.
    record JsonString(String value) implements Json {
        @Override
        public boolean sameValueAs(Json other) {
            return equals(other);
        }

        @Override
        public String kind() {
            return "a string";
        }
    }

    /// A list of values.
    record JsonArray(List<Json> elements) implements Json {
        /// The array of no element.
        public static final JsonArray EMPTY = new JsonArray(List.of());

        public JsonArray {
            elements = elements instanceof Edited.Elements
                    ? Collections.unmodifiableList(elements)
                    : List.copyOf(elements);
        }

        @Override
        public boolean sameValueAs(Json other) {
            if (!(other instanceof JsonArray(var others)) || others.size() != elements.size()) {
                return false;
            }
            for (var i = 0; i < elements.size(); i++) {
                if (!elements.get(i).sameValueAs(others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String kind() {
            return "an array";
        }
    }

    /// Named members in their order.
    record JsonObject(SequencedMap<String, Json> members) implements Json {
        /// The object of no member.
        public static final JsonObject EMPTY = new JsonObject(new LinkedHashMap<>());

        public JsonObject {
            members = Collections.unmodifiableSequencedMap(
                    members instanceof Edited.Members ? members : new Edited.Members(members));
        }

        /// As the members' own would be, but quicker where the order is the same, too.
        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            if (!(other instanceof JsonObject(var others)) || others.size() != members.size()) {
                return false;
            }
            var next = others.entrySet().iterator();
            for (var member : members.entrySet()) {
                var same = next.next();
                var value = same.getKey().equals(member.getKey()) ? same.getValue() : others.get(member.getKey());
                if (!member.getValue().equals(value)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return members.hashCode();
        }

        @Override
        public boolean sameValueAs(Json other) {
            return other instanceof JsonObject(var others)
                    && others.size() == members.size()
                    && members.entrySet().stream().allMatch(member -> sameMember(member, others));
        }

        private static boolean sameMember(Map.Entry<String, Json> member, Map<String, Json> others) {
            var other = others.get(member.getKey());
            return other != null && member.getValue().sameValueAs(other);
        }

        @Override
        public String kind() {
            return "an object";
        }
    }
}
