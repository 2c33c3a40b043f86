package dev.redraft.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.redraft.document.Json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files that people wrote for other programs, from a folder beside the project, and some of our own with what
/// makes them interesting.
public final class RealFiles {
    private static final Path OWN = Path.of("src/test/resources/document");
    private static final Path SHARED = Path.of(System.getProperty("redraft.shared", "../shared"), "real-configs");

    private RealFiles() {}

    /// The files of our own and the others.
    public static List<Path> all() {
        var files = new ArrayList<>(filesIn(OWN));
        files.addAll(shared());
        return files;
    }

    /// The others. Where their folder is absent it stands for its files, so that their tests say so.
    public static List<Path> shared() {
        return Files.isDirectory(SHARED) ? filesIn(SHARED) : List.of(SHARED);
    }

    private static List<Path> filesIn(Path folder) {
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> formatOf(path).isPresent()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Format> formatOf(Path file) {
        var name = file.getFileName().toString();
        return Format.ofExtension(name.substring(name.lastIndexOf('.') + 1));
    }

    /// The format that the name of a file says.
    public static Format format(Path file) {
        requirePresent(file);
        return formatOf(file).orElseThrow();
    }

    /// The file as it is. Skips the test where the folder is absent; on a build server that is a failure, for
    /// without it there is little to see.
    public static byte[] bytes(Path file) {
        requirePresent(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the file says.
    public static JsonObject read(Path file) {
        return format(file).read(bytes(file), Limits.DEFAULT, key -> null);
    }

    private static void requirePresent(Path file) {
        if (System.getenv("CI") != null) {
            assertThat(file).as("the shared folder; set -Dredraft.shared").isRegularFile();
        }
        assumeTrue(Files.isRegularFile(file), () -> "There is no " + file + "; set -Dredraft.shared");
    }
}
