package dev.redraft.draft;

import dev.redraft.background.Job;
import dev.redraft.background.Job.Kind;
import dev.redraft.background.JobFiles;
import dev.redraft.background.JobSettings;
import dev.redraft.background.Order;
import dev.redraft.background.Orders;
import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Rendering;
import dev.redraft.document.Format;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Imports that are asked for and happen later.
@ApplicationScoped
public class ImportJobs {
    private final OpenDrafts open;
    private final Orders orders;
    private final JobFiles files;
    private final JobSettings settings;

    ImportJobs(OpenDrafts open, Orders orders, JobFiles files, JobSettings settings) {
        this.open = open;
        this.orders = orders;
        this.files = files;
        this.settings = settings;
    }

    /// A file on its way into a draft.
    public record Upload(String name, Format format, Edit.Way way, Rendering.Keys keys, byte[] content) {}

    /// Accepts an import, or its rehearsal.
    ///
    /// @param preconditions what the draft has to be like now, and then still when the work begins
    @Deed
    @RetryOnConflict
    @Transactional
    public Job begin(UUID id, Kind kind, Upload upload, Preconditions preconditions, Actor actor) {
        var draft = open.editable(id, actor, preconditions);
        var order = new Order(
                kind,
                draft.configuration(),
                id,
                upload.name(),
                upload.way().name(),
                upload.format().extensions().getFirst(),
                upload.keys().name(),
                preconditions.ifMatch() == null ? null : draft.stamp(),
                null);
        return orders.accept(order, upload.content(), actor);
    }

    /// Accepts the same file again: to import what a rehearsal showed, or to rehearse it on what the draft is
    /// now.
    ///
    /// @param stamp the one that the draft has to have; null for any
    @Deed
    @RetryOnConflict
    @Transactional
    public Job beginAgain(UUID id, Job earlier, Kind kind, @Nullable Long stamp, Actor actor) {
        var order = earlier.order().as(kind, stamp);
        if (!earlier.owner().equals(actor.name())
                || !id.equals(order.draft())
                || !order.kind().isOfFile()) {
            throw OpenDrafts.unknown();
        }
        open.editable(id, actor, ImportWork.begun(order));
        return orders.accept(order, files.input(earlier.id()), actor);
    }

    /// Whether an import is so large that nobody wants to wait for it.
    ///
    /// @throws Refusal as [OpenDrafts#editable]
    @RetryOnConflict
    @Transactional
    public boolean isLarge(UUID id, byte[] content, Actor actor) {
        return content.length >= settings.importBytes()
                || open.editable(id, actor, Preconditions.NONE).entries() >= settings.importEntries();
    }

    /// The same of a file that was read.
    boolean isLarge(int entries) {
        return entries >= settings.importEntries();
    }
}
