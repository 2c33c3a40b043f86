package dev.redraft.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody may do. Each role includes those before it, so a rule names the least that is asked for:
/// `@RolesAllowed(Role.EDITORS)` lets administrators in too.
public enum Role {
    VIEWER,
    EDITOR,
    ADMINISTRATOR;

    /// For `@RolesAllowed`: everybody who has an account.
    public static final String VIEWERS = "viewer";

    /// For `@RolesAllowed`: editors and administrators.
    public static final String EDITORS = "editor";

    /// For `@RolesAllowed`: administrators alone.
    public static final String ADMINISTRATORS = "administrator";

    /// The role as people and programs write it, in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of this word, if there is one.
    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /// The words of this role and of all that it includes.
    public Set<String> included() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
