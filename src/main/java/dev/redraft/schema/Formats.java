package dev.redraft.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.DateFormat;
import com.networknt.schema.format.DateTimeFormat;
import com.networknt.schema.format.DurationFormat;
import com.networknt.schema.format.EmailFormat;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.IPv6Format;
import com.networknt.schema.format.TimeFormat;
import com.networknt.schema.format.UriFormat;
import com.networknt.schema.format.UriReferenceFormat;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;

/// The formats that are asserted; any other is a remark. No text of these is long, so that a long one is none
/// without being looked at: some are read by expressions of the JDK, whose stack grows with the text.
final class Formats {
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    static final List<Format> ASSERTED = List.of(
            new Bounded(new DateFormat(), 100),
            new Bounded(new DateTimeFormat(), 100),
            new Bounded(new TimeFormat(), 100),
            new Bounded(new DurationFormat(), 100),
            new Bounded(new EmailFormat(), 320),
            new Bounded(new IPv6Format(), 100),
            new Bounded(new UriFormat(), 8_192),
            new Bounded(new UriReferenceFormat(), 8_192),
            new Matched("hostname", 253, "^" + LABEL + "(?:\\." + LABEL + ")*$"),
            new Matched("ipv4", 15, "^" + BYTE + "(?:\\." + BYTE + "){3}$"),
            new Matched("uuid", 36, "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"),
            new Matched("json-pointer", 8_192, "^(?:/(?:[^/~]|~[01])*)*$"),
            new Regex());

    private Formats() {}

    /// One of the validator's own, for texts up to a length.
    private record Bounded(Format format, int longest) implements Format {
        @Override
        public String getName() {
            return format.getName();
        }

        @Override
        public boolean matches(ExecutionContext context, SchemaContext schema, String text) {
            return text.length() <= longest && format.matches(context, schema, text);
        }
    }

    /// One that a pattern tells.
    private record Matched(String getName, int longest, RegularExpression pattern) implements Format {
        Matched(String name, int longest, String pattern) {
            this(name, longest, Patterns.of(pattern));
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            return text.length() <= longest && pattern.matches(text);
        }
    }

    /// A pattern as we take it in a schema.
    private record Regex() implements Format {
        @Override
        public String getName() {
            return "regex";
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            return Patterns.complaint(text) == null;
        }
    }
}
