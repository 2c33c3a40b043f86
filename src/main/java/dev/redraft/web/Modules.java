package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The JavaScript modules of others, by the names they import each other by. Each of their jars says where its
/// own is, so that a version stands in the build alone.
@Singleton
public class Modules {
    private static final String OF_A_JAR = "META-INF/importmap.json";

    private final String map;
    private final String policy;

    Modules() {
        map = JsonWriter.compact(new JsonObject(new TreeMap<>(Map.of("imports", new JsonObject(imports())))));
        policy = CommonHeaders.policyWith("'sha256-" + Base64.getEncoder().encodeToString(digest(map)) + "'");
    }

    /// The import map, to stand in a script element as it is: nothing a user typed is in it.
    public RawString map() {
        return new RawString(map);
    }

    /// The Content-Security-Policy of a page with the map, which allows this one inline script by its hash.
    public String policy() {
        return policy;
    }

    private static SequencedMap<String, Json> imports() {
        var imports = new TreeMap<String, Json>();
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            for (var jar : Collections.list(loader.getResources(OF_A_JAR))) {
                imports.putAll(imports(jar));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The modules of the pages cannot be read", unreadable);
        }
        // A name that ends in a slash stands for a folder; nobody imports from one.
        imports.keySet().removeIf(name -> name.endsWith("/"));
        return imports;
    }

    private static Map<String, Json> imports(URL jar) throws IOException {
        try (var file = jar.openStream()) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return JsonReader.stored(text) instanceof JsonObject(var members)
                            && members.get("imports") instanceof JsonObject(var imports)
                    ? imports
                    : Map.of();
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
