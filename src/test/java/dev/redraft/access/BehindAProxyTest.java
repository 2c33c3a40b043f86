package dev.redraft.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindAProxyTest.Proxy.class)
class BehindAProxyTest {
    /// A proxy that browsers reach by HTTPS, as the operations guide tells to set it up.
    public static final class Proxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Test
    void the_cookie_goes_over_https_alone_and_the_address_is_the_browsers() {
        People.clear();
        People.present("ed", Role.EDITOR);
        var answer = given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.7")
                .formParam("name", "ed")
                .formParam("password", People.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(303)
                .header("Strict-Transport-Security", startsWith("max-age="))
                .extract();
        assertThat(answer.detailedCookie("redraft").isSecured()).isTrue();
        assertThat(People.strings("select address from sign_in union all select address from audit"))
                .containsExactly("203.0.113.7", "203.0.113.7");
    }
}
