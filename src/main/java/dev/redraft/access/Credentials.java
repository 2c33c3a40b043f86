package dev.redraft.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Role;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Decides whether a name and a password belong to somebody who may come in.
///
/// Every request asks the database for the account, so that switching somebody off takes effect at once; bcrypt is
/// paid once in a few minutes. An unknown name takes as long as a known one.
@ApplicationScoped
class Credentials {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String MAC = "HmacSHA256";

    /// Plain JDBC without a transaction: one round trip, before every request there is.
    private static final String ROW = "select role, enabled, password_hash from account where name = ?";

    private final AgroalDataSource database;

    /// Proofs that a password matched a hash. What could be read from it is no password: the key dies with the
    /// process.
    private final Cache<ByteBuffer, Boolean> matched = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final SecretKeySpec key = freshKey();

    Credentials(AgroalDataSource database) {
        this.database = database;
    }

    private record Row(Role role, boolean enabled, PasswordHash password) {}

    /// Somebody who proved who they are, and by which password.
    record Proven(Actor actor, PasswordHash password) {}

    /// Who it is; nobody if the name is unknown, the account switched off or the password wrong. Blocks.
    ///
    /// @throws AccountUnreadable if that cannot be known now
    Optional<Proven> proven(String name, String password) {
        var row = row(name);
        var right = isRight(name, password, row == null ? PasswordHash.NOBODYS : row.password());
        return row != null && right && row.enabled()
                ? Optional.of(new Proven(new Actor(name, row.role()), row.password()))
                : Optional.empty();
    }

    private boolean isRight(String name, String password, PasswordHash hash) {
        var proof = proof(name, password, hash);
        if (matched.getIfPresent(proof) != null) {
            return true;
        }
        var right = hash.matches(password);
        if (right) {
            matched.put(proof, true);
        }
        return right;
    }

    private @Nullable Row row(String name) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ROW)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? new Row(
                                Role.valueOf(rows.getString("role")),
                                rows.getBoolean("enabled"),
                                new PasswordHash(rows.getString("password_hash")))
                        : null;
            }
        } catch (SQLException failed) {
            throw new AccountUnreadable(failed);
        }
    }

    /// A stored hash is part of the proof: a changed password is forgotten with its hash.
    private ByteBuffer proof(String name, String password, PasswordHash hash) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            for (var part : new String[] {name, password, hash.text()}) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MAC, impossible);
        }
    }

    private static SecretKeySpec freshKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, MAC);
    }

    /// The account could not be read; the cause says whether the database is away.
    static final class AccountUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AccountUnreadable(SQLException cause) {
            super(cause);
        }
    }
}
