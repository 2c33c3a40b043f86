package dev.redraft.web;

import static dev.redraft.People.as;
import static dev.redraft.Walk.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class What_is_read {
    private static final String BILLING = "/api/configurations/billing/test";

    private String draft = "";

    @BeforeEach
    void there_is_something_to_read() {
        People.clear();
        People.present("ann", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"name\":\"Müller\",\"pool\":{\"max\":1.0}}");
        draft = "/api/drafts/" + Walk.draft("ann", "billing");
    }

    private Stream<String> everything() {
        return Stream.of(
                "/api/configurations",
                BILLING,
                content("billing"),
                content("billing") + "?format=yaml",
                content("billing") + "?format=properties&flatten=true",
                BILLING + "/entries",
                BILLING + "/entry?key=name",
                BILLING + "/entry?key=pool",
                BILLING + "/versions",
                BILLING + "/versions/1",
                draft,
                draft + "/content",
                draft + "/entries",
                draft + "/changes",
                draft + "/operations",
                "/api/drafts",
                "/api/users",
                "/api/users/ann",
                "/api/me");
    }

    private static void carriesTheDigestOfItsBytes(String address) {
        var answer = as("ann").get(address).then().statusCode(200).extract();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(answer.asByteArray());
            assertThat(answer.header("Repr-Digest"))
                    .as(address)
                    .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void carries_the_digest_of_the_bytes_that_were_sent() {
        everything().forEach(What_is_read::carriesTheDigestOfItsBytes);
    }

    @Test
    void has_a_strong_tag_and_is_not_sent_again_to_whoever_has_it() {
        everything().forEach(address -> {
            var tag = as("ann").get(address).then().statusCode(200).extract().header("ETag");
            assertThat(tag).as(address).matches("\"[^\"]+\"");
            var again = as("ann").header("If-None-Match", tag).get(address);
            assertThat(again.statusCode()).as(address).isEqualTo(304);
            assertThat(again.asByteArray()).as(address).isEmpty();
            assertThat(again.header("ETag")).as(address).isEqualTo(tag);
            assertThat(as("ann").head(address).header("ETag")).as(address).isEqualTo(tag);
        });
    }

    @Test
    void has_another_tag_when_it_changed() {
        var drafts = as("ann").get(draft + "/changes").header("ETag");
        var list = as("ann").get("/api/configurations").header("ETag");
        Walk.patch("ann", draft.substring("/api/drafts/".length()), "[{'op':'add','path':'/more','value':1}]");
        assertThat(as("ann").get(draft + "/changes").header("ETag")).isNotEqualTo(drafts);
        assertThat(as("ann").get("/api/configurations").header("ETag")).isEqualTo(list);
        Walk.write("ann", "billing", "[{'op':'replace','path':'/name','value':'x'}]");
        assertThat(as("ann").get("/api/configurations").header("ETag")).isNotEqualTo(list);
    }

    @Test
    void is_sent_to_whoever_has_something_else() {
        for (var other : List.of("\"other\"", "unquoted")) {
            var answer = as("ann").header("If-None-Match", other).get(BILLING + "/versions");
            answer.then().statusCode(200).body("items.number", hasItem(1));
        }
    }

    @Test
    void is_the_text_that_was_written() {
        assertThat(as("ann").get(BILLING + "/entry?key=pool").asString()).isEqualTo("{\"max\":1.0}");
        assertThat(as("ann").get(BILLING + "/entry?key=name").asString()).isEqualTo("\"Müller\"");
    }

    @Test
    void carries_none_where_nothing_is_sent() {
        var tag = as("ann").get(draft).header("ETag");
        var answer = as("ann").header("If-None-Match", tag).get(draft).then().statusCode(304);
        assertThat(answer.extract().header("Repr-Digest")).isNull();
    }
}
