package dev.redraft.chronicle;

import dev.redraft.People;
import dev.redraft.idempotency.Deed;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/// Breaks the application and its database from outside, and mends them when it is closed.
final class Sabotage implements AutoCloseable {
    /// What is broken.
    enum Bug {
        NONE,
        /// Whenever a version is made, every draft claims to be of that version.
        NO_VERSION_CHECK,
        /// No statement takes a lock that the application asks for.
        NO_LOCK,
        /// What was to be committed is rolled back now and then, and is announced nevertheless.
        NOTIFICATION_ONLY
    }

    private static final String FORGET_BASES = """
            create function forget_bases() returns trigger language plpgsql as $$
            begin
                update revision set base = new.version where configuration = new.configuration and state = 'DRAFT';
                return null;
            end $$;
            create trigger forget_bases after insert or update of state on revision
            for each row when (new.state = 'ACTIVE') execute function forget_bases();
            """;
    private static final String REMEMBER_BASES = "drop function if exists forget_bases() cascade";

    private static volatile Bug planted = Bug.NONE;

    private Sabotage() {}

    static Sabotage plant(Bug bug) {
        if (bug == Bug.NO_VERSION_CHECK) {
            People.sql(FORGET_BASES);
        }
        planted = bug;
        return new Sabotage();
    }

    @Override
    public void close() {
        planted = Bug.NONE;
        People.sql(REMEMBER_BASES);
    }

    /// Changes statements on their way to the database.
    @PersistenceUnitExtension
    @Singleton
    static class Unlocked implements StatementInspector {
        private static final long serialVersionUID = 1;

        @Override
        public String inspect(String sql) {
            return planted == Bug.NO_LOCK ? sql.replaceAll(" for no key update( of \\w+)?", "") : sql;
        }
    }

    /// Sits inside the transaction of a deed.
    @Deed
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
    static class Forgetful {
        private static final Set<String> COMMITTING = Set.of("commit", "write");

        @Inject
        TransactionSynchronizationRegistry transaction;

        @AroundInvoke
        @Nullable
        Object forget(InvocationContext call) throws Exception {
            var outcome = call.proceed();
            if (planted == Bug.NOTIFICATION_ONLY
                    && COMMITTING.contains(call.getMethod().getName())
                    && ThreadLocalRandom.current().nextInt(4) == 0) {
                transaction.setRollbackOnly();
            }
            return outcome;
        }
    }
}
