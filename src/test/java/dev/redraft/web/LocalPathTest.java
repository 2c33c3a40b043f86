package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/users", "/a/b?c=d&e=%2F#f", "/drafts/1?q=//x"})
    void is_what_begins_with_one_slash(String path) {
        assertThat(LocalPath.of(path).text()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "//x", "/\\x", "/a\\b", "http://x", "/\t/x", "/a b", "/ä", "/a\r\nSet-Cookie: x"})
    void is_the_start_page_for_everything_else(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(LocalPath.START);
    }

    @Test
    void of_an_address_is_one_of_this_host_alone() {
        assertThat(LocalPath.ofAddress("https://redraft:1/a?b", "redraft:1").text())
                .isEqualTo("/a?b");
        assertThat(LocalPath.ofAddress("https://redraft:2/a?b", "redraft:1")).isEqualTo(LocalPath.START);
        assertThat(LocalPath.ofAddress("https://redraft:1", "redraft:1")).isEqualTo(LocalPath.START);
        assertThat(LocalPath.ofAddress("https://redraft:1//evil", "redraft:1")).isEqualTo(LocalPath.START);
        assertThat(LocalPath.ofAddress("mailto:x", "redraft:1")).isEqualTo(LocalPath.START);
        assertThat(LocalPath.ofAddress("::", "redraft:1")).isEqualTo(LocalPath.START);
    }

    @Test
    void goes_along_to_the_sign_in_page() {
        assertThat(LocalPath.START.afterSignIn()).isEqualTo("/sign-in");
        assertThat(LocalPath.of("/a?b=c&d").afterSignIn()).isEqualTo("/sign-in?to=%2Fa%3Fb%3Dc%26d");
    }
}
