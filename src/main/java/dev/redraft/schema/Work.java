package dev.redraft.schema;

import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaException;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bounds of one validation. Whatever a schema and a value make of each other, it ends: after so many
/// steps, so deep on the stack, so many problems, and at the latest after so long. Steps are counted where the
/// validator notes which keyword it is at; patterns count their own.
final class Work extends ExecutionContext {
    static final long STEPS = 4_000_000;

    /// A value that is larger may take longer.
    private static final long STEPS_PER_VALUE = 50;

    /// Each is a handful of frames; a thread's stack holds some thousand of them.
    private static final int DEPTH = 600;

    /// For each this many steps that are allowed, one problem is.
    private static final int STEPS_PER_PROBLEM = 2_000;
    private static final long NANOS = 20_000_000_000L;
    private static final int BETWEEN_LOOKS = 0x3f;

    /// Those who match patterns are not told for whom.
    static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

    private static final ExecutionConfig STRICT = config(true);
    private static final ExecutionConfig LENIENT = config(false);

    private final long started = System.nanoTime();
    private final long most;
    private long steps;
    private int depth;

    private Work(ExecutionConfig config, long most) {
        super(config);
        this.most = most;
    }

    private static ExecutionConfig config(boolean formats) {
        return ExecutionConfig.builder()
                .locale(Locale.ROOT)
                .formatAssertionsEnabled(formats)
                .build();
    }

    /// How many steps the check of a value may take.
    static long allowance(Json value) {
        return STEPS + STEPS_PER_VALUE * size(value);
    }

    /// The same of all entries together, where a null is none.
    static long allowance(Collection<? extends @Nullable Json> entries) {
        var sizes = entries.stream().filter(Objects::nonNull).mapToLong(Work::size);
        return STEPS + STEPS_PER_VALUE * (1 + sizes.sum());
    }

    private static long size(Json value) {
        return switch (value) {
            case JsonArray(var elements) ->
                1 + elements.stream().mapToLong(Work::size).sum();
            case JsonObject(var members) ->
                1 + members.values().stream().mapToLong(Work::size).sum();
            default -> 1;
        };
    }

    /// The check of a value.
    static Work on(long most) {
        return new Work(STRICT, most);
    }

    /// The check of a schema, whose patterns and references are looked at elsewhere.
    static Work onSchema() {
        return new Work(LENIENT, STEPS);
    }

    /// Ends a validation that does not stay within the bounds. The validator would log any other exception.
    static final class Exhausted extends SchemaException {
        private static final long serialVersionUID = 1L;

        private Exhausted(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    long steps() {
        return steps;
    }

    @Override
    public void evaluationPathAddLast(String token) {
        super.evaluationPathAddLast(token);
        enter();
    }

    @Override
    public void evaluationPathAddLast(int token) {
        super.evaluationPathAddLast(token);
        enter();
    }

    @Override
    public void evaluationPathRemoveLast() {
        super.evaluationPathRemoveLast();
        depth--;
    }

    private void enter() {
        if (++depth > DEPTH) {
            throw new Exhausted("nests deeper than the schema can be followed; simplify the schema");
        }
        if (getErrors().size() > most / STEPS_PER_PROBLEM) {
            throw new Exhausted("has more problems than are listed");
        }
        spend(1);
    }

    /// Takes note of this many steps at once.
    void spend(long some) {
        var before = steps;
        steps += some;
        if (steps > most || ((steps ^ before) > BETWEEN_LOOKS && System.nanoTime() - started > NANOS)) {
            throw new Exhausted("takes too long to be checked against the schema; simplify the schema or the value");
        }
    }
}
