package dev.redraft.configuration;

import dev.redraft.platform.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a configuration is addressed by: `billing / production`.
public record Name(String application, String environment) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /// Reads `application/environment`, without a look at whether there can be such a name.
    static Name parse(String text) {
        var slash = text.indexOf('/');
        return slash < 0 ? new Name(text, "") : new Name(text.substring(0, slash), text.substring(slash + 1));
    }

    /// Lets a name pass that a configuration can have.
    ///
    /// @throws Refusal 422 if one of the two is none
    public void check() {
        check("application", application);
        check("environment", environment);
    }

    private static void check(String part, String name) {
        if (!FORM.matcher(name).matches()) {
            throw new Refusal(
                            422,
                            "invalid-name",
                            "The " + part + " has 1 to 100 letters, digits, dots, underscores or hyphens,"
                                    + " and starts with a letter or a digit.")
                    .with("member", part);
        }
    }

    /// Whether it looks like one that customers feel, by the name of its environment.
    public boolean isProduction() {
        var word = environment.toLowerCase(Locale.ROOT);
        return word.startsWith("prod") || word.equals("live");
    }

    /// As a person reads it: `billing / production`.
    public String title() {
        return application + " / " + environment;
    }

    @Override
    public String toString() {
        return application + "/" + environment;
    }
}
