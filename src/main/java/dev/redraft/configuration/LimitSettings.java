package dev.redraft.configuration;

import dev.redraft.document.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The settings `redraft.limits.…`: how much a configuration may hold.
@ConfigMapping(prefix = "redraft.limits")
interface LimitSettings {
    /// Of one entry's value, as compact JSON.
    @WithDefault("1048576")
    int valueBytes();

    /// Of one entry's key.
    @WithDefault("512")
    int keyBytes();

    /// Of one configuration.
    @WithDefault("1000000")
    int entries();

    /// Of one document that is read; `quarkus.http.limits.max-body-size` bounds what is sent.
    @WithDefault("67108864")
    int bodyBytes();

    /// Of objects and arrays in each other.
    @WithDefault("64")
    int depth();

    /// Of one number.
    @WithDefault("40")
    int digits();

    /// Of one number, on either side of zero.
    @WithDefault("308")
    int exponent();

    /// Gives the settings to whoever needs limits.
    class Producer {
        @Produces
        @Singleton
        Limits limits(LimitSettings settings) {
            return new Limits(
                    settings.valueBytes(),
                    settings.keyBytes(),
                    settings.entries(),
                    settings.bodyBytes(),
                    settings.depth(),
                    settings.digits(),
                    settings.exponent());
        }
    }
}
