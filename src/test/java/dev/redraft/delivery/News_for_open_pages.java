package dev.redraft.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class News_for_open_pages {
    private static final String BILLING = "?configuration=billing%2Ftest";

    private String cookie = "";

    @BeforeEach
    void ann_signed_in_and_bob_is_there() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"secret.key\":\"secret value\"}");
        cookie = People.cookie("ann", People.PASSWORD);
    }

    private static String edited(String who) {
        var draft = Walk.draft(who, "billing");
        Walk.patch(who, draft, "[{'op':'replace','path':'/secret.key','value':'another secret'}]")
                .then()
                .statusCode(200);
        return draft;
    }

    @Test
    void tell_who_committed_and_who_edits_and_no_key_or_value() throws IOException, InterruptedException {
        try (var page = new EventStream(cookie, BILLING)) {
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.next("\"version\"")).contains("\"version\":1", "\"editing\":[]");
            var bobs = edited("bob");
            assertThat(page.next("bob")).contains("\"version\":1", "\"editing\":[\"bob\"]");
            Walk.command("bob", bobs, "commit", "{'message':'secret message'}");
            assertThat(page.next("\"version\":2"))
                    .contains("\"author\":\"bob\"", "\"changes\":1", "\"configuration\":\"billing/test\"", "[]");
            assertThat(page.all()).doesNotContain("secret").doesNotContain(bobs);
        }
    }

    @Test
    void tell_a_viewer_what_is_live_and_not_who_edits() throws IOException, InterruptedException {
        People.present("vic", Role.VIEWER);
        var bobs = edited("bob");
        try (var page = new EventStream(People.cookie("vic", People.PASSWORD), BILLING)) {
            assertThat(page.next("\"version\":1")).contains("\"editing\":[]");
            Walk.command("bob", bobs, "commit");
            page.next("\"version\":2");
        }
    }

    @Test
    void tell_what_became_of_my_draft_and_nothing_of_another() throws IOException, InterruptedException {
        var anns = Walk.draft("ann", "billing");
        var bobs = Walk.draft("bob", "billing");
        try (var page = new EventStream(cookie, BILLING + "&draft=" + anns + "&draft=" + bobs)) {
            page.next("\"stamp\":0");
            edited("bob");
            edited("ann");
            page.next("\"stamp\":1");
            Walk.command("ann", anns, "commit");
            assertThat(page.next("\"state\":\"ACTIVE\"")).contains("\"version\":2");
            assertThat(page.all()).doesNotContain(bobs);
        }
    }

    @Test
    void are_found_even_if_nobody_was_notified() throws IOException, InterruptedException {
        var draft = Walk.draft("ann", "billing");
        try (var page = new EventStream(cookie, "?draft=" + draft)) {
            page.next("\"stamp\":0");
            People.sql("update revision set stamp = 7 where id = '" + draft + "'");
            page.next("\"stamp\":7");
        }
    }

    @Test
    void say_while_the_line_is_broken_and_catch_up_when_it_is_back() throws IOException, InterruptedException {
        var draft = Walk.draft("ann", "billing");
        try (var page = new EventStream(cookie, "?draft=" + draft)) {
            page.next("\"hears\":true");
            People.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + Line.NAME
                    + "'");
            page.next("\"hears\":false");
            page.next("\"hears\":true");
            edited("ann");
            page.next("\"stamp\":1");
        }
    }

    @Test
    void end_with_the_sign_in() throws IOException, InterruptedException {
        try (var page = new EventStream(cookie, BILLING)) {
            page.next("\"version\":1");
            People.browser(cookie)
                    .header("X-CSRF-Token", People.formToken(cookie))
                    .post("/sign-out");
            page.ends();
        }
        try (var page = new EventStream(cookie, BILLING)) {
            assertThat(page.status()).isEqualTo(401);
        }
    }

    @Test
    void end_when_an_account_is_switched_off_or_gets_another_role() throws IOException, InterruptedException {
        var bobs = People.cookie("bob", People.PASSWORD);
        try (var anns = new EventStream(cookie, BILLING);
                var page = new EventStream(bobs, BILLING)) {
            People.sql("update account set enabled = false where name = 'bob'");
            People.sql("update account set role = 'VIEWER' where name = 'ann'");
            page.ends();
            anns.ends();
        }
    }

    @Test
    void do_not_keep_a_sign_in_from_ending_unused() throws IOException, InterruptedException {
        People.sql("update sign_in set last_used = now() - interval '1 hour'");
        try (var page = new EventStream(cookie, BILLING)) {
            page.next("\"version\":1");
            page.next("\"hears\":true");
        }
        assertThat(People.strings("select count(*) from sign_in where last_used < now() - interval '59 minutes'"))
                .containsExactly("1");
    }

    @Test
    void are_for_so_many_browsers_of_one_person() throws IOException, InterruptedException {
        var open = new ArrayList<EventStream>();
        try {
            for (var number = 0; number < 12; number++) {
                open.add(new EventStream(cookie, BILLING));
                open.getLast().next("\"version\":1");
            }
            try (var one = new EventStream(cookie, BILLING)) {
                assertThat(one.status()).isEqualTo(429);
                assertThat(one.header("Retry-After")).isNotEmpty();
            }
        } finally {
            open.forEach(EventStream::close);
        }
    }
}
