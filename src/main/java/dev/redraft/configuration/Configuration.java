package dev.redraft.configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A named set of entries. What it holds is in its revisions; this is what it is called and whether it is in use.
@Entity
@DynamicUpdate
public class Configuration {
    @Id
    private UUID id;

    private String application;
    private String environment;
    private String title;
    private String description;
    private boolean archived;
    private int edition;
    private int schemaNumber;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
    protected Configuration() {}

    public UUID id() {
        return id;
    }

    public Name name() {
        return new Name(application, environment);
    }

    public boolean isArchived() {
        return archived;
    }

    /// How often title, description or archived changed.
    public int edition() {
        return edition;
    }

    /// How often its schema changed; 0 if it never had one.
    public int schemaNumber() {
        return schemaNumber;
    }

    /// Takes note that its schema becomes another.
    void schemaChanged() {
        schemaNumber++;
    }

    /// Changes what is given and leaves what is null.
    ///
    /// @return whether anything became another
    boolean describe(@Nullable String newTitle, @Nullable String newDescription, @Nullable Boolean newArchived) {
        var changes = (newTitle != null && !newTitle.equals(title))
                || (newDescription != null && !newDescription.equals(description))
                || (newArchived != null && newArchived != archived);
        if (changes) {
            title = newTitle == null ? title : newTitle;
            description = newDescription == null ? description : newDescription;
            archived = newArchived == null ? archived : newArchived;
            edition++;
        }
        return changes;
    }
}
