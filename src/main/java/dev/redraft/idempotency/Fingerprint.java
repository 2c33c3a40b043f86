package dev.redraft.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The digest of a request, made part by part under its key. Nobody can find a request to a fingerprint without the
/// key, and the table keeps but the digest of that.
final class Fingerprint {
    private static final String MAC = "HmacSHA256";

    private final Mac mac;

    Fingerprint(String key) {
        try {
            mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), MAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MAC, impossible);
        }
    }

    Fingerprint with(String part) {
        return with(part.getBytes(StandardCharsets.UTF_8));
    }

    /// With its length, so that no two requests of different parts are one text.
    Fingerprint with(byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
        return this;
    }

    byte[] digest() {
        return mac.doFinal();
    }

    /// Under which a deed of a request is kept.
    static byte[] ofKey(String key, int deed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((deed + " " + key).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
