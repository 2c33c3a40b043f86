package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_update_page {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_version_1() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        configuration(
                "ann",
                "billing",
                "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"x\",\"note\":\"n\",\"list\":[1],\"odd\":{\"a\\n\\u200bb\":1}}");
        draft = draft("ann", "billing");
        ann("[{'op':'replace','path':'/pool/max','value':20},{'op':'replace','path':'/list/0','value':2}]");
    }

    @Nested
    class Where_nothing_collides {
        @BeforeEach
        void bob_changes_something_beside_it() {
            bob("[{'op':'replace','path':'/pool/min','value':7}]");
        }

        @Test
        void shows_what_merges_and_asks_nothing() {
            page().then()
                    .statusCode(200)
                    .body(containsString("Live moved from v1 to v2."))
                    .body(containsString("Merges by itself"))
                    .body(containsString("pool.max"))
                    .body(not(containsString("<fieldset")));
        }

        @Test
        void updates_and_leads_back_to_the_editor_with_a_sentence() {
            send(form(2)).then().statusCode(303).header("Location", endsWith("/drafts/" + draft + "?said=updated"));
            assertThat(held("ann", draft)).contains("'pool':{'min':7,'max':20}");
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(2);
            as("ann")
                    .get("/drafts/" + draft + "?said=updated")
                    .then()
                    .body(containsString("The draft is updated: it stands on v2 now. 2 changes.</p>"));
        }

        @Test
        void is_offered_by_the_editor_and_by_the_review() {
            for (var from : new String[] {"", "/review"}) {
                as("ann").get("/drafts/" + draft + from).then().body(containsString("/drafts/" + draft + "/update\""));
            }
        }
    }

    @Nested
    class Where_places_collide {
        @BeforeEach
        void bob_changes_the_same_places_differently() {
            bob("[{'op':'replace','path':'/pool/max','value':30},{'op':'replace','path':'/list/0','value':3}]");
        }

        @Test
        void shows_the_three_sides_and_whose_theirs_is() {
            page().then()
                    .statusCode(200)
                    .body(containsString("2 places were changed by you and by others differently."))
                    .body(containsString("bob, v2"))
                    .body(containsString("<pre class=\"scalar number\" tabindex=\"0\">10</pre>"))
                    .body(containsString("<pre class=\"scalar number\" tabindex=\"0\">30</pre>"))
                    .body(containsString("<pre class=\"scalar number\" tabindex=\"0\">20</pre>"))
                    .body(containsString("0 of 2 decided"));
        }

        @Test
        void changes_nothing_while_something_is_undecided_and_keeps_what_was_decided() {
            send(choice(form(2), "/pool/max", "mine").formParam("seen." + field("/list/0"), ""))
                    .then()
                    .statusCode(409)
                    .body(containsString("decide each of these first"))
                    .body(containsString("1 of 2 decided"));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
        }

        @Test
        void updates_with_mine_and_live() {
            send(choice(choice(form(2), "/pool/max", "mine"), "/list/0", "live"))
                    .then()
                    .statusCode(303);
            assertThat(held("ann", draft)).contains("'max':20").contains("'list':[3]");
        }

        @Test
        void updates_with_a_value_of_ones_own() {
            var form = choice(choice(form(2), "/pool/max", "own"), "/list/0", "live");
            send(form.formParam("own." + field("/pool/max"), "{\"soft\":2.50}"))
                    .then()
                    .statusCode(303);
            assertThat(held("ann", draft)).contains("'max':{'soft':2.50}");
        }

        @Test
        void shows_what_is_wrong_with_a_value_and_keeps_what_was_typed() {
            var form = choice(choice(form(2), "/pool/max", "own"), "/list/0", "live");
            send(form.formParam("own." + field("/pool/max"), "{\"soft<\":"))
                    .then()
                    .statusCode(422)
                    .body(containsString("{&quot;soft&lt;&quot;:</textarea>"))
                    .body(containsString("aria-invalid=\"true\""))
                    .body(containsString("2 of 2 decided"));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
        }

        @Test
        void chooses_one_side_everywhere_and_still_waits_for_the_update() {
            send(choice(form(2), "/pool/max", "mine")
                            .formParam("seen." + field("/list/0"), "")
                            .formParam("all", "live"))
                    .then()
                    .statusCode(200)
                    .body(containsString("2 of 2 decided"))
                    .body(containsString("value=\"live\" required checked"))
                    .body(not(containsString("value=\"mine\" required checked")));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
        }

        @Test
        void comes_again_where_live_moved_on_and_tells_what_is_new() {
            var form = choice(choice(form(2), "/pool/max", "mine"), "/list/0", "live");
            ann("[{'op':'replace','path':'/note','value':'anns'}]");
            bob("[{'op':'replace','path':'/note','value':'bobs'},{'op':'replace','path':'/pool/max','value':40}]");
            send(form)
                    .then()
                    .statusCode(409)
                    .body(containsString("Live moved on to v3 meanwhile"))
                    .body(containsString("<span class=\"chip warning\">new</span>"))
                    .body(containsString("<span class=\"chip warning\">changed meanwhile</span>"))
                    .body(containsString("2 of 3 decided"));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
        }

        @Test
        void comes_again_where_the_draft_was_changed_in_another_window() {
            var form = choice(choice(form(2), "/pool/max", "mine"), "/list/0", "live");
            ann("[{'op':'replace','path':'/list/0','value':1}]");
            send(form).then().statusCode(409).body(containsString("changed in another window"));
            var other = choice(choice(form(2, "1"), "/pool/max", "mine"), "/pool/max", "mine");
            send(other).then().statusCode(412).body(containsString("1 of 1 decided"));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
        }
    }

    @Nested
    class Where_a_thousand_places_collide {
        private static final int MANY = 1_200;

        @BeforeEach
        void everybody_changes_all_of_them() {
            ann(patch("add", 1));
            bob(patch("add", 2));
        }

        private static String patch(String operation, int value) {
            return IntStream.range(0, MANY)
                    .mapToObj(number -> "{'op':'%s','path':'/many%04d','value':%d}".formatted(operation, number, value))
                    .collect(Collectors.joining(",", "[", "]"));
        }

        @Test
        void shows_some_of_them_at_a_time() {
            page().then()
                    .body(containsString("1200 places were changed"))
                    .body(containsString("<span>1 to 50 of 1200</span>"))
                    .body(not(containsString("many0050")));
            as("ann")
                    .get("/drafts/" + draft + "/update?page=24")
                    .then()
                    .body(containsString("<span>1151 to 1200 of 1200</span>"))
                    .body(containsString("many1199"));
        }

        @Test
        void carries_what_was_decided_from_page_to_page() {
            var second = secondPage();
            second.then()
                    .statusCode(200)
                    .body(containsString("<span>51 to 100 of 1200</span>"))
                    .body(containsString("1 of 1200 decided"));
            var back = send(filled(second).formParam("page", 1));
            back.then().body(containsString("1 of 1200 decided"));
            assertThat(chosen(back.asString())).containsExactly("choice." + field("/many0003") + "=mine");
        }

        @Test
        void chooses_one_side_for_the_rest_and_updates_with_all_of_it() {
            var second = secondPage();
            var rest = send(filled(second).formParam("all", "live-rest"));
            rest.then().body(containsString("1200 of 1200 decided")).body(containsString("51 to 100"));
            send(filled(rest)).then().statusCode(303);
            assertThat(held("ann", draft))
                    .contains("'many0002':2,'many0003':1,'many0004':2")
                    .contains("'many1199':2");
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(2);
        }

        @Test
        void leads_to_the_first_that_nobody_decided_about() {
            var form = form(2);
            for (var number = 0; number < 50; number++) {
                choice(form, "/many%04d".formatted(number), "live");
            }
            send(form)
                    .then()
                    .statusCode(409)
                    .body(containsString("51 to 100 of 1200"))
                    .body(containsString("50 of 1200 decided"));
        }

        @Test
        void forgets_what_was_decided_elsewhere_about_other_values() {
            var second = secondPage();
            var stale = filled(second);
            bob("[{'op':'replace','path':'/many0003','value':3}]");
            send(stale).then().statusCode(409).body(containsString("0 of 1200 decided"));
        }

        /// The second page after somebody decided about a place of the first.
        private Response secondPage() {
            return send(filled(page())
                    .formParam("choice." + field("/many0003"), "mine")
                    .formParam("page", 2));
        }

        /// The form of a page, as a browser would send it.
        private RequestSpecification filled(Response page) {
            var html = page.asString();
            var form = form(Integer.parseInt(
                            found(html, "name=\"live\" value=\"([^\"]*)\"").getFirst()))
                    .formParam(
                            "at", found(html, "name=\"at\" value=\"([^\"]*)\"").getFirst())
                    .formParam(
                            "carried",
                            found(html, "name=\"carried\" value=\"([^\"]*)\"")
                                    .getFirst()
                                    .replace("&quot;", "\""));
            found(html, "name=\"(seen\\.[^\"]*\" value=\"[^\"]*)\"").forEach(seen -> {
                var parts = seen.split("\" value=\"", -1);
                form.formParam(parts[0], parts[1]);
            });
            chosen(html).forEach(choice -> {
                var parts = choice.split("=", 2);
                form.formParam(parts[0], parts[1]);
            });
            return form;
        }

        private List<String> chosen(String html) {
            return found(html, "name=\"(choice\\.[^\"]*\" value=\"[^\"]*)\" required checked").stream()
                    .map(choice -> choice.replace("\" value=\"", "="))
                    .toList();
        }

        private static List<String> found(String html, String pattern) {
            return Pattern.compile(pattern)
                    .matcher(html)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    @Test
    void tells_what_is_absent_from_what_is_null() {
        ann("[{'op':'replace','path':'/name','value':null},{'op':'remove','path':'/note'}]");
        bob("[{'op':'remove','path':'/name'},{'op':'replace','path':'/note','value':'bobs'}]");
        page().then()
                .statusCode(200)
                .body(containsString("<pre class=\"scalar null\" tabindex=\"0\">null</pre>"))
                .body(containsString("<p class=\"none\">not there</p>"))
                .body(containsString("Take live: leave it out"))
                .body(containsString("Keep mine: leave it out"));
        send(choice(choice(form(2), "/name", "mine"), "/note", "mine")).then().statusCode(303);
        assertThat(held("ann", draft)).contains("'name':null").doesNotContain("note");
    }

    @Test
    void decides_about_names_that_no_form_gives_back() {
        ann("[{'op':'replace','path':'/odd/a\\n\\u200bb','value':2}]");
        bob("[{'op':'replace','path':'/odd/a\\n\\u200bb','value':3}]");
        page().then().statusCode(200).body(containsString(field("/odd/a\n\u200bb")));
        send(choice(form(2), "/odd/a\n\u200bb", "mine")).then().statusCode(303);
        assertThat(held("ann", draft)).contains("b':2");
    }

    @Test
    void leads_to_the_editor_where_nothing_moved() {
        page().then().statusCode(303).header("Location", endsWith("/drafts/" + draft));
        send(form(1)).then().statusCode(303);
    }

    @Test
    void is_its_owners_alone() {
        bob("[{'op':'replace','path':'/pool/max','value':30}]");
        as("bob").get("/drafts/" + draft + "/update").then().statusCode(404);
        as("root").get("/drafts/" + draft + "/update").then().statusCode(403);
        as("root").get("/drafts/" + draft).then().body(not(containsString("/update\"")));
    }

    private void ann(String patch) {
        patch("ann", draft, patch).then().statusCode(200);
    }

    private static void bob(String patch) {
        write("bob", "billing", patch).then().statusCode(200);
    }

    private Response page() {
        return as("ann").redirects().follow(false).get("/drafts/" + draft + "/update");
    }

    private RequestSpecification form(int live) {
        return form(live, shown("ann", draft).getString("stamp"));
    }

    private static RequestSpecification form(int live, String stamp) {
        return as("ann")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("stamp", stamp)
                .formParam("live", live);
    }

    private static RequestSpecification choice(RequestSpecification form, String pointer, String choice) {
        return form.formParam("choice." + field(pointer), choice).formParam("seen." + field(pointer), "seen");
    }

    private static String field(String pointer) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(pointer.getBytes(StandardCharsets.UTF_8));
    }

    private Response send(RequestSpecification form) {
        return form.post("/drafts/" + draft + "/update");
    }
}
