package dev.redraft.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/// Tells what a transaction did, once it is committed: inside of it a NOTIFY would take a lock that all commits
/// of the database share. It costs the transaction no statement and no time; what gets lost on the way is found
/// by those who look from time to time.
@ApplicationScoped
public class Announcements {
    private final TransactionSynchronizationRegistry transaction;
    private final Exchange exchange;

    Announcements(TransactionSynchronizationRegistry transaction, Exchange exchange) {
        this.transaction = transaction;
        this.exchange = exchange;
    }

    /// What is live of a configuration is about to change, or who edits it.
    public void configuration(UUID id) {
        add(Topic.configuration(id));
    }

    /// A draft is about to change.
    public void draft(UUID id) {
        add(Topic.draft(id));
    }

    private void add(Topic topic) {
        if (transaction.getResource(Announcements.class) instanceof Pending pending) {
            pending.topics.add(topic);
            return;
        }
        var pending = new Pending(exchange, new LinkedHashSet<>(Set.of(topic)));
        transaction.putResource(Announcements.class, pending);
        transaction.registerInterposedSynchronization(pending);
    }

    private record Pending(Exchange exchange, Set<Topic> topics) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing is told of what may still fail.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                topics.forEach(exchange::tell);
            }
        }
    }
}
