package dev.redraft.cost;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import java.util.List;
import java.util.UUID;

/// Sends an Idempotency-Key of its own with each request, until it is closed.
final class FreshKeys implements AutoCloseable {
    FreshKeys() {
        Filter keyed = (request, answer, next) -> {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
            return next.next(request, answer);
        };
        RestAssured.filters(keyed);
    }

    @Override
    public void close() {
        RestAssured.replaceFiltersWith(List.of());
    }
}
