package dev.redraft.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.Optional;

/// What has to be known before Quarkus starts, read from the very places Quarkus reads its own settings from.
///
/// @param data folder of the embedded database
/// @param external a PostgreSQL somebody else runs; with it no embedded one is started
record Settings(Path data, Optional<Login> external) {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    static Settings read() {
        var config = ConfigUtils.configBuilder(LaunchMode.NORMAL).build();
        return new Settings(
                Path.of(text(config, "redraft.data").orElse("data")),
                text(config, URL).map(url -> new Login(url, text(config, USERNAME), text(config, PASSWORD))));
    }

    private static Optional<String> text(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    /// Hands a database to Quarkus. System properties rank above all else and never show in the process list.
    static void use(Login login) {
        System.setProperty(URL, login.url());
        login.username().ifPresent(name -> System.setProperty(USERNAME, name));
        login.password().ifPresent(password -> System.setProperty(PASSWORD, password));
    }
}
