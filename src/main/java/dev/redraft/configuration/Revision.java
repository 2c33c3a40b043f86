package dev.redraft.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/// One row in the life of a configuration: DRAFT → ACTIVE → RETIRED, or DRAFT → CANCELLED or ABANDONED. A
/// purged one is there for nobody, though its rows may take a while to go.
@Entity
@DynamicUpdate
@SQLRestriction("state <> 'PURGED'")
public class Revision {
    /// Where it is in its life.
    public enum State {
        DRAFT,
        ACTIVE,
        RETIRED,
        CANCELLED,
        ABANDONED
    }

    @Id
    private UUID id;

    private UUID configuration;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Integer version;
    private @Nullable Integer base;
    private String owner;
    private long stamp;
    private int entries;
    private int changes;
    private int gestures;
    private long lastPosition;
    private @Nullable Instant edited;

    @Column // Read by statements alone, as is the end.
    private @Nullable Long reviewedStamp;

    @Column
    private @Nullable Instant ended;

    /// Of its configuration, brought along: most have no schema, and that is not worth a statement.
    @Formula("(select c.schema_number from configuration c where c.id = configuration)")
    private int schemaNumber;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
    protected Revision() {}

    public UUID id() {
        return id;
    }

    public UUID configuration() {
        return configuration;
    }

    public State state() {
        return state;
    }

    public boolean isOpen() {
        return state == State.DRAFT;
    }

    /// The number it got when it became live; null if it never was.
    public @Nullable Integer version() {
        return version;
    }

    /// The version whose entries it shows where it has none of its own. A live revision is its own base.
    public int baseVersion() {
        return version != null ? version : base != null ? base : 0;
    }

    public String owner() {
        return owner;
    }

    public long stamp() {
        return stamp;
    }

    /// How many entries of its base it changes.
    public int changes() {
        return changes;
    }

    public int entries() {
        return entries;
    }

    /// The newest gesture's number; 0 if there is none.
    public int gestures() {
        return gestures;
    }

    /// The highest position that an entry was given so far.
    public long lastPosition() {
        return lastPosition;
    }

    /// How often the schema of its configuration had changed when this was read; 0 if it never had one.
    public int schemaNumber() {
        return schemaNumber;
    }

    public boolean wasEdited() {
        return edited != null;
    }

    /// Takes the number for a new gesture, which becomes the newest.
    public int nextGesture() {
        return ++gestures;
    }

    /// Takes note of what a gesture, an undo or a redo did to its rows.
    public void changed(Rewrite rewrite, Instant at) {
        changes += rewrite.moreChanges();
        entries += rewrite.moreEntries();
        lastPosition = Math.max(lastPosition, rewrite.lastPosition());
        edited = at;
        stamp++;
    }

    /// Takes note that it is a clone of a later version now.
    ///
    /// @param rewrite what that did to its rows, on top of that version
    /// @param newEntries how many entries it has now
    public void rebased(int version, Rewrite rewrite, int newEntries) {
        base = version;
        changes += rewrite.moreChanges();
        entries = newEntries;
        lastPosition = Math.max(lastPosition, rewrite.lastPosition());
        stamp++;
    }

    /// Takes note that some of its changes left it to become that version, on which it stands now.
    public void split(int version, int committed) {
        base = version;
        changes -= committed;
        stamp++;
    }

    /// Takes note that its owner reviewed it as it is now.
    public void reviewed() {
        reviewedStamp = stamp;
    }

    /// Ends its life as a draft without a commit.
    public void end(State outcome, Instant at) {
        state = outcome;
        ended = at;
        stamp++;
    }

    /// Makes it somebody else's.
    public void moveTo(String newOwner) {
        owner = newOwner;
        stamp++;
    }

    /// Makes it an open draft again.
    public void reopen() {
        state = State.DRAFT;
        ended = null;
        stamp++;
    }
}
