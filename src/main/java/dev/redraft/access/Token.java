package dev.redraft.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What a browser shows to be let in again: 256 random bits in the cookie and nowhere else.
///
/// @param text in base64url
record Token(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String MAC = "HmacSHA256";

    static Token fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(base64(bytes));
    }

    /// The token that a cookie holds; none if it holds something else.
    static Optional<Token> read(@Nullable String cookie) {
        return cookie != null && SHAPE.matcher(cookie).matches() ? Optional.of(new Token(cookie)) : Optional.empty();
    }

    /// What is stored of it. Plain SHA-256 does: nobody guesses 256 bits.
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// What the forms of this sign-in carry. Bound to it without being stored, the same in every instance and after a
    /// restart; the token cannot be read back from it.
    String formToken() {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes(), MAC));
            return base64(mac.doFinal("forms".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MAC, impossible);
        }
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
