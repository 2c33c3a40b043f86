package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.operation.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has to be done to a revision's own rows so that they hold what a working copy came to.
public final class Rewrite {
    private final List<Row> puts = new ArrayList<>();
    private final List<String> deletes = new ArrayList<>();
    private final long lastPosition;
    private int moreEntries;
    private int moreChanges;
    private boolean isChange;

    /// A row as it is to be: a null value removes the entry.
    record Row(String key, long position, @Nullable Json value) {}

    private Rewrite(long lastPosition) {
        this.lastPosition = lastPosition;
    }

    /// Compares the working copy with what its entries were and with what they are in the base. An entry that is
    /// again what it is in the base loses its row: it must not overwrite what others make of it.
    public static Rewrite of(WorkingCopy copy, Iterable<String> keys) {
        var rewrite = new Rewrite(copy.document().lastRank());
        for (var key : keys) {
            rewrite.take(key, copy.touched(key), copy.document().entry(key));
        }
        return rewrite;
    }

    private void take(String key, Touched was, Document.@Nullable Entry is) {
        moreEntries += (is == null ? 0 : 1) - (was.current() == null ? 0 : 1);
        isChange |= !Touched.isSameText(was.current(), is);
        if (Touched.isSameText(was.base(), is)) {
            if (was.isOwn()) {
                deletes.add(key);
                moreChanges--;
            }
        } else {
            puts.add(row(key, was, is));
            moreChanges += was.isOwn() ? 0 : 1;
        }
    }

    private static Row row(String key, Touched was, Document.@Nullable Entry is) {
        return is == null ? new Row(key, was.position(), null) : new Row(key, is.rank(), is.value());
    }

    List<Row> puts() {
        return puts;
    }

    List<String> deletes() {
        return deletes;
    }

    int moreEntries() {
        return moreEntries;
    }

    int moreChanges() {
        return moreChanges;
    }

    long lastPosition() {
        return lastPosition;
    }

    /// Whether any entry is another than before, but for the order of its members.
    boolean isChange() {
        return isChange;
    }

    boolean isEmpty() {
        return puts.isEmpty() && deletes.isEmpty();
    }

    /// How many entries the revision writes.
    int size() {
        return puts.size();
    }
}
