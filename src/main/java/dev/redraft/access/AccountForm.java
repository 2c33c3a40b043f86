package dev.redraft.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody asks an account to be. Members that are absent stay as they are.
///
/// @param name as it stands in the address, if at all
record AccountForm(
        @JsonProperty @Nullable String name,
        @JsonProperty @Nullable String role,
        @JsonProperty @Nullable String password,
        @JsonProperty @Nullable Boolean enabled) {

    /// What a form of a page asks for.
    AccountForm(@Nullable String role, @Nullable String password, @Nullable Boolean enabled) {
        this(null, role, password, enabled);
    }

    /// The same if it is meant for the account of this name.
    AccountForm of(String addressed) {
        if (name != null && !name.equals(addressed)) {
            throw new Refusal(422, "invalid", "The name is another one than in the address; a user keeps its name.")
                    .with("member", "name");
        }
        return this;
    }

    /// What was asked for, checked, and with the password hashed: hashing is slow and holds no lock.
    AccountChange checked() {
        return new AccountChange(
                role == null ? null : knownRole(role), password == null ? null : hashed(password), enabled);
    }

    private static Role knownRole(String word) {
        return Role.named(word).orElseThrow(() -> {
            var words = Arrays.stream(Role.values()).map(Role::word).toList();
            return new Refusal(
                            422, "invalid", "There is no such role; there are %s.".formatted(String.join(", ", words)))
                    .with("member", "role")
                    .with("roles", words);
        });
    }

    static PasswordHash hashed(String password) {
        if (!PasswordHash.isAcceptable(password)) {
            throw new Refusal(
                            422,
                            "invalid",
                            "A password has %d to %d bytes in UTF-8; bcrypt would ignore what is longer."
                                    .formatted(PasswordHash.SHORTEST, PasswordHash.LONGEST))
                    .with("member", "password");
        }
        return PasswordHash.of(password);
    }

    /// An [AccountForm] that was read and found to be sound; null stays as it is.
    record AccountChange(
            @Nullable Role role,
            @Nullable PasswordHash password,
            @Nullable Boolean enabled) {

        /// What a new account cannot do without.
        Refusal incomplete() {
            List<String> missing = Stream.of(role == null ? "role" : "", password == null ? "password" : "")
                    .filter(member -> !member.isEmpty())
                    .toList();
            return new Refusal(422, "invalid", "A new user needs %s too.".formatted(String.join(" and ", missing)))
                    .with("missing", missing);
        }
    }
}
