package dev.redraft.platform;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine: unpacked into a folder of ours, because a shared one could hold what
/// another user put there, and run in a user namespace where we are root, because PostgreSQL refuses to run as root.
final class PostgresPrograms {
    private static final String WAY_OUT =
            " or set QUARKUS_DATASOURCE_JDBC_URL (with _USERNAME and _PASSWORD) to a PostgreSQL that you run.";

    /// @param success whether it exited with 0
    /// @param output what it wrote, both streams
    record Outcome(boolean success, String output) {}

    private final Path bin;
    private final List<String> prefix;

    private PostgresPrograms(Path bin, List<String> prefix) {
        this.bin = bin;
        this.prefix = prefix;
    }

    static PostgresPrograms unpackedIn(DataFolder folder) throws IOException {
        var archive = archive();
        var home = folder.binaries().resolve(digest(archive));
        if (!Files.isDirectory(home)) {
            if (Files.exists(folder.binaries())) {
                DataFolder.deleteRecursively(folder.binaries());
            }
            unpack(archive, home);
        }
        return new PostgresPrograms(home.resolve("bin"), isRoot(folder) ? userNamespace() : List.of());
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        var machine = System.getProperty("os.arch");
        try (var stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return stream.readAllBytes();
        } catch (IllegalStateException none) {
            throw new CannotStart("Redraft brings no PostgreSQL for %s on %s: use Linux or macOS on amd64 or arm64,%s"
                    .formatted(system, machine, WAY_OUT));
        }
    }

    private static String digest(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, unfinished);
            }
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path home) throws IOException {
        var file = home.resolve(entry.getName()).normalize();
        if (!file.startsWith(home)) {
            throw new IOException("an archive entry points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, home.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            file.toFile().setExecutable((entry.getMode() & 0100) != 0, true);
        }
    }

    private static boolean isRoot(DataFolder folder) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(folder.path(), "unix:uid"));
    }

    private static List<String> userNamespace() {
        var prefix = List.of("unshare", "--user");
        try {
            if (execute(List.of("unshare", "--user", "true")).success()) {
                return prefix;
            }
        } catch (IOException noSuchProgram) {
            // the sentence below says it all
        }
        throw new CannotStart("PostgreSQL refuses to run as root, and this machine does not allow the way around it"
                + " (unshare --user): start Redraft as an ordinary user," + WAY_OUT);
    }

    /// The major version of the server these programs are, such as 18.
    int majorVersion() {
        var version = run("postgres", "--version").output();
        return Integer.parseInt(version.replaceFirst("(?s)^\\D*(\\d+).*", "$1"));
    }

    /// Runs one of `initdb`, `pg_ctl`, `postgres` to its end.
    Outcome run(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            return execute(command);
        } catch (IOException e) {
            throw new CannotStart(
                    ("The PostgreSQL that Redraft brings does not run here (%s); it needs a Linux with glibc"
                                    + " or macOS, and a data folder on a file system that allows programs: use one,%s")
                            .formatted(e.getMessage(), WAY_OUT));
        }
    }

    private static Outcome execute(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Neither the operator's PGDATA or PGPORT nor a locale that is not installed may have a say.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor() == 0, output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getFirst(), e);
        }
    }
}
