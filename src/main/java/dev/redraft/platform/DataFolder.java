package dev.redraft.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The folder of the embedded database, readable by its owner alone and locked as long as this object is open.
///
/// | name | what it is |
/// |---|---|
/// | `postgres` | PostgreSQL's own data folder; appears whole, by a rename, once it is initialised |
/// | `postgres.new-…` | one that is being initialised; without data, deleted at the next start |
/// | `password` | the password of the database user `redraft` |
/// | `lock` | locked by the running Redraft; holds its process id |
/// | `server.log`, `server.log.old` | what the server wrote since its start, and in the run before |
/// | `binaries` | PostgreSQL's programs, unpacked from the application; may be deleted while nothing runs |
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String UNFINISHED = "postgres.new-";

    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Creates the folder where there is none, and locks it for this process.
    static DataFolder open(Path wanted) {
        try {
            var path = created(wanted.toAbsolutePath().normalize());
            return new DataFolder(path, locked(path));
        } catch (IOException e) {
            throw unusable(wanted.toAbsolutePath().normalize(), e);
        }
    }

    /// The sentence for a folder in which something cannot be written.
    static CannotStart unusable(Path path, IOException cause) {
        var reason = cause instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : cause.getClass().getSimpleName();
        return new CannotStart(("The data folder %s cannot be used (%s at %s): make it writable for the user %s,"
                        + " or name another one in redraft.data (REDRAFT_DATA).")
                .formatted(path, reason, cause.getMessage(), System.getProperty("user.name")));
    }

    private static Path created(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        }
        // Somebody's home or /tmp named by mistake must not be closed to the others.
        if (!isOurs(path) && !contents(path).isEmpty()) {
            throw new CannotStart(("The data folder %s holds other files and no data of Redraft:"
                            + " name a new or an empty folder in redraft.data (REDRAFT_DATA).")
                    .formatted(path));
        }
        Files.setPosixFilePermissions(path, OWNER_FOLDER);
        return path.toRealPath();
    }

    private static boolean isOurs(Path path) {
        return Files.exists(path.resolve(LOCK)) || Files.exists(path.resolve("postgres/PG_VERSION"));
    }

    private static FileChannel locked(Path path) throws IOException {
        var file = path.resolve(LOCK);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new CannotStart(("The data folder %s is in use by another Redraft (process %s): stop that one,"
                            + " or give this one a folder of its own in redraft.data (REDRAFT_DATA).")
                    .formatted(path, Files.readString(file).strip()));
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisVirtualMachine) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    String readPassword() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new CannotStart("The file %s is missing, and without it nobody gets into the database: restore it"
                            .formatted(passwordFile())
                    + " from the backup of the folder.");
        }
        return Files.readString(passwordFile()).strip();
    }

    /// Makes up a password, unless an unfinished start has left one.
    void createPassword() throws IOException {
        if (Files.exists(passwordFile())) {
            return;
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var unfinished =
                Files.createTempFile(path, "password.new-", "", PosixFilePermissions.asFileAttribute(OWNER_FILE));
        Files.writeString(unfinished, Base64.getUrlEncoder().encodeToString(random) + "\n", StandardOpenOption.SYNC);
        Files.move(unfinished, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Where the server writes; what the run before wrote is kept once.
    Path freshLog() throws IOException {
        var log = path.resolve("server.log");
        if (Files.exists(log)) {
            Files.move(log, path.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    boolean isInitialised() {
        return Files.exists(cluster());
    }

    /// An empty folder to initialise, beside the place where it will be moved to. Those of earlier attempts are
    /// removed: no server ever ran on one.
    Path unfinishedCluster() throws IOException {
        for (var leftover : contents(path)) {
            if (leftover.getFileName().toString().startsWith(UNFINISHED)) {
                deleteRecursively(leftover);
            }
        }
        return Files.createTempDirectory(path, UNFINISHED);
    }

    /// Deletes a folder with all it holds.
    static void deleteRecursively(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        var paths = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(paths::add);
        }
        return paths;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
