package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A_moment {
    @Test
    void that_was_not_changed_is_not_written_otherwise() {
        for (var text : new String[] {
            "2026-12-24t12:00:00.50+01:00", "2026-12-24T12:00:00Z", "2026-12-24 12:00:00z", "10:30:00+02:00"
        }) {
            var shown = Moment.of(text);
            assertThat(Moment.typed(shown.local(), shown.offset(), text)).isEqualTo(text);
        }
        assertThat(Moment.typed("2026-12-24T12:00", "+01:00", "2026-12-24T12:00:00.000+01:00"))
                .isEqualTo("2026-12-24T12:00:00.000+01:00");
    }

    @Test
    void that_was_changed_keeps_its_offset_and_gets_its_seconds() {
        assertThat(Moment.typed("2026-12-24T13:00", "+01:00", "2026-12-24T12:00:00+01:00"))
                .isEqualTo("2026-12-24T13:00:00+01:00");
        assertThat(Moment.typed("10:30", "Z", "")).isEqualTo("10:30:00Z");
        assertThat(Moment.typed("10:30", "+02:00", "10:30:00Z")).isEqualTo("10:30:00+02:00");
    }

    @Test
    void that_no_field_takes_is_typed_as_text() {
        assertThat(Moment.of("2026-12-24T12:00:60Z").isDateTime()).isFalse();
        assertThat(Moment.of("2026-12-24T12:00:00.123456Z").isDateTime()).isFalse();
        assertThat(Moment.of("2026-02-30T12:00:00Z").isDateTime()).isFalse();
        assertThat(Moment.of("2026-12-24T12:00:00").isDateTime()).isFalse();
        assertThat(Moment.isDate("2026-02-30")).isFalse();
    }
}
