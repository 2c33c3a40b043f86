package dev.redraft.platform;

import org.jspecify.annotations.Nullable;

/// Rules for short texts that people write: titles, messages.
public final class Texts {
    private Texts() {}

    /// Refuses a text that is too long, or has a control character other than tab and line break: neither pages,
    /// logs nor the database's text can hold each of them.
    ///
    /// @throws Refusal 422 naming the member
    public static void check(String member, @Nullable String text, int mostCharacters) {
        if (text == null) {
            return;
        }
        if (text.length() > mostCharacters) {
            throw invalid(member, "The " + member + " has at most " + mostCharacters + " characters.");
        }
        if (text.codePoints().anyMatch(Texts::isUnwanted)) {
            throw invalid(member, "The " + member + " has a control character or half a surrogate pair. Remove it.");
        }
    }

    private static boolean isUnwanted(int character) {
        return (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0)
                || Character.getType(character) == Character.SURROGATE;
    }

    private static Refusal invalid(String member, String sentence) {
        return new Refusal(422, "invalid-text", sentence).with("member", member);
    }
}
