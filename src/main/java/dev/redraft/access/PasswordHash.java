package dev.redraft.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// What is kept of a password: its bcrypt hash. Making and checking one takes a while on purpose, so it is done
/// outside of transactions.
///
/// @param text the hash in modular crypt format; never logged, never sent
record PasswordHash(String text) {
    static final int SHORTEST = 8;

    /// bcrypt looks at no more bytes than these; a longer password would be half unchecked.
    static final int LONGEST = 72;

    private static final int COST = 10;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int GENERATED_LENGTH = 20;

    /// What an unknown name is checked against, so that it takes as long as a known one. No password has it.
    static final PasswordHash NOBODYS = of(generated());

    static PasswordHash of(String password) {
        if (!isCheckable(password)) {
            throw new IllegalArgumentException("A password has 1 to %d bytes".formatted(LONGEST));
        }
        return new PasswordHash(BcryptUtil.bcryptHash(password, COST));
    }

    /// Whether the password has 8 to 72 bytes in UTF-8.
    static boolean isAcceptable(String password) {
        var length = password.getBytes(StandardCharsets.UTF_8).length;
        return length >= SHORTEST && length <= LONGEST;
    }

    /// Whether bcrypt looks at all of the password. Whoever runs Redraft may choose a short one, by a setting.
    static boolean isCheckable(String password) {
        return !password.isEmpty() && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /// A password of about 116 bits, of letters and digits that are not mistaken for each other.
    static String generated() {
        var random = new SecureRandom();
        return random.ints(GENERATED_LENGTH, 0, LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, letter) -> text.append(LETTERS.charAt(letter)),
                        StringBuilder::append)
                .toString();
    }

    boolean matches(String password) {
        return isCheckable(password) && BcryptUtil.matches(password, text);
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
