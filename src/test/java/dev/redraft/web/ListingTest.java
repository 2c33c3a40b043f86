package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.platform.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    @Test
    void the_last_page_has_no_next_one() {
        assertThat(Listing.of(List.of("a", "b"), 2, row -> row)).isEqualTo(new Listing<>(List.of("a", "b"), null));
    }

    @Test
    void a_row_beyond_the_limit_tells_that_there_is_a_next_page() {
        assertThat(Listing.of(List.of("a", "b", "c"), 2, row -> row)).isEqualTo(new Listing<>(List.of("a", "b"), "b"));
    }

    @Test
    void a_limit_is_a_hundred_unless_asked_for() {
        assertThat(Listing.limit(null)).isEqualTo(100);
        assertThat(Listing.limit("1000")).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1001", "-1", "+1", "1.0", "ten", "99999999999", " 1"})
    void a_bad_limit_is_refused(String limit) {
        assertThatThrownBy(() -> Listing.limit(limit))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("malformed-parameter"));
    }
}
