package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.platform.Refusal;
import dev.redraft.web.EntityTags.Any;
import dev.redraft.web.EntityTags.Listed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    private static final EntityTag SEVEN = EntityTag.strong(7);
    private static final EntityTag WEAK_SEVEN = new EntityTag("7", true);

    @Test
    void a_star_is_any() {
        assertThat(parse("*")).isEqualTo(new Any());
        assertThat(parse(" * ")).isEqualTo(new Any());
    }

    @Test
    void one_tag_is_a_list_of_one() {
        assertThat(parse("\"7\"")).isEqualTo(new Listed(List.of(SEVEN)));
    }

    @Test
    void tags_are_parted_by_commas_with_or_without_space() {
        var six = EntityTag.strong(6);
        assertThat(parse("\"7\",W/\"7\" ,\t\"6\"")).isEqualTo(new Listed(List.of(SEVEN, WEAK_SEVEN, six)));
    }

    @Test
    void a_comma_inside_quotes_is_part_of_the_tag() {
        assertThat(parse("\"a,b\"")).isEqualTo(new Listed(List.of(EntityTag.strong("a,b"))));
    }

    @Test
    void empty_elements_of_a_list_are_passed_over() {
        assertThat(parse(", \"7\" ,,")).isEqualTo(new Listed(List.of(SEVEN)));
    }

    @Test
    void an_empty_tag_is_a_tag() {
        assertThat(parse("\"\"")).isEqualTo(new Listed(List.of(EntityTag.strong(""))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "7",
                "\"7",
                "7\"",
                "w/\"7\"",
                "W/7",
                "W/ \"7\"",
                "\"7\" \"8\"",
                "\"7\"8",
                "*, \"7\"",
                "\"7\", *",
                "\"a b\"",
                "\"a\u007f\"",
                "\"\u20ac\"",
                "'7'",
                "**"
            })
    void anything_else_is_refused_and_the_header_named(String value) {
        assertThatThrownBy(() -> parse(value)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.slug()).isEqualTo("malformed-header");
            assertThat(refusal.fields()).containsEntry("header", "If-Match");
        });
    }

    @Test
    void a_long_malformed_list_is_refused_without_backtracking() {
        assertThatThrownBy(() -> parse(" ".repeat(100_000) + "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> parse("\"7\"" + " ,".repeat(50_000) + "x")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_weak_tag_never_matches_strongly() {
        assertThat(parse("W/\"7\"").nameStrongly(SEVEN)).isFalse();
        assertThat(parse("\"7\"").nameStrongly(WEAK_SEVEN)).isFalse();
        assertThat(parse("W/\"7\"").nameStrongly(WEAK_SEVEN)).isFalse();
        assertThat(parse("\"7\"").nameStrongly(SEVEN)).isTrue();
    }

    @Test
    void a_weak_tag_matches_weakly() {
        assertThat(parse("W/\"7\"").nameWeakly(SEVEN)).isTrue();
        assertThat(parse("W/\"8\"").nameWeakly(SEVEN)).isFalse();
    }

    @Test
    void a_tag_is_written_as_it_is_read() {
        assertThat(SEVEN).hasToString("\"7\"");
        assertThat(WEAK_SEVEN).hasToString("W/\"7\"");
    }

    private static EntityTags parse(String value) {
        return EntityTags.parse("If-Match", value);
    }
}
