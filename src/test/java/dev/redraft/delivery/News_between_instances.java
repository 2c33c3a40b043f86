package dev.redraft.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Two more instances beside the application, each with a connection of its own.
@QuarkusTest
class News_between_instances {
    private static final String LINES = "select pid from pg_stat_activity where application_name = '" + Line.NAME + "'";

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    Announcements announcements;

    @Test
    void are_heard_by_all_and_by_whoever_tells_them() throws InterruptedException {
        try (var one = new Heard();
                var other = new Heard()) {
            var topic = Topic.configuration(UUID.randomUUID());
            one.tell(topic);
            one.until(topic.text());
            other.until(topic.text());
        }
    }

    @Test
    void are_told_once_a_transaction_is_committed_and_not_before() throws InterruptedException {
        var topic = Topic.configuration(UUID.randomUUID());
        try (var other = new Heard()) {
            QuarkusTransaction.requiringNew().run(() -> {
                announcements.configuration(topic.id());
                assertThat(untilNow(other)).doesNotContain(topic.text());
            });
            other.until(topic.text());
        }
    }

    private static List<String> untilNow(Heard heard) {
        try {
            return heard.untilNow();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void are_not_told_of_a_transaction_that_was_rolled_back() throws InterruptedException {
        var topic = Topic.configuration(UUID.randomUUID());
        var later = Topic.configuration(UUID.randomUUID());
        try (var other = new Heard()) {
            QuarkusTransaction.begin();
            announcements.configuration(topic.id());
            QuarkusTransaction.rollback();
            QuarkusTransaction.requiringNew().run(() -> announcements.configuration(later.id()));
            assertThat(other.until(later.text())).doesNotContain(topic.text());
        }
    }

    @Test
    void name_the_draft_and_the_configuration_that_a_request_changed() throws InterruptedException {
        People.clear();
        People.present("ann", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        var id = People.strings("select id from configuration").getFirst();
        try (var other = new Heard()) {
            var draft = Walk.draft("ann", "billing");
            assertThat(other.until("draft " + draft)).isSubsetOf("configuration " + id);
            Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':11}]");
            assertThat(other.until("draft " + draft)).isSubsetOf("configuration " + id);
            Walk.command("ann", draft, "undo");
            Walk.command("ann", draft, "redo");
            other.until("draft " + draft);
            Walk.command("ann", draft, "commit");
            other.until("configuration " + id);
        }
    }

    @Test
    void arrive_again_after_the_connection_was_lost_and_what_was_told_meanwhile_is_not_lost()
            throws InterruptedException {
        var others = new HashSet<>(People.strings(LINES));
        try (var one = new Heard()) {
            var own = new HashSet<>(People.strings(LINES));
            own.removeAll(others);
            assertThat(own).hasSize(1);
            People.sql("select pg_terminate_backend(" + own.iterator().next() + ")");
            var topic = Topic.draft(UUID.randomUUID());
            one.until(Heard.SILENCE);
            one.tell(topic);
            one.until(Heard.OPEN);
            one.until(topic.text());
        }
    }
}
