package dev.redraft.delivery;

import dev.redraft.access.Presences;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A browser whose pages follow some places. It is told what is new to it, and that once.
final class Follower {
    private final Presences.Pass pass;
    private final Set<Topic> places;
    private final MultiEmitter<? super Told> page;
    private final Map<Topic, Told> known = new HashMap<>();

    Follower(Presences.Pass pass, Set<Topic> places, MultiEmitter<? super Told> page) {
        this.pass = pass;
        this.places = places;
        this.page = page;
    }

    Presences.Pass pass() {
        return pass;
    }

    Set<Topic> places() {
        return places;
    }

    /// In one thread at a time.
    void tell(Collection<Standing> found) {
        for (var standing : found) {
            var topic = standing.topic();
            var news = standing.to(pass);
            if (places.contains(topic) && !news.equals(known.put(topic, news))) {
                page.emit(news);
            }
        }
    }

    void beat(Told beat) {
        page.emit(beat);
    }

    /// Whoever was sent away may come again and ask to be let in.
    void leave() {
        page.complete();
    }
}
