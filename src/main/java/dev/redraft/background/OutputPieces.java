package dev.redraft.background;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/// What a job writes, cut into pieces on the way.
final class OutputPieces extends OutputStream {
    private final Job job;
    private final JobFiles files;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private int number;

    OutputPieces(Job job, JobFiles files) {
        this.job = job;
        this.files = files;
    }

    @Override
    public void write(int one) {
        piece.write(one);
        addIfFull();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        piece.write(bytes, offset, length);
        addIfFull();
    }

    private void addIfFull() {
        if (piece.size() >= JobFiles.PIECE) {
            add();
        }
    }

    private void add() {
        files.add(job, number, piece.toByteArray());
        number++;
        piece.reset();
    }

    @Override
    public void close() {
        if (piece.size() > 0 || number == 0) {
            // An empty file is one, too.
            add();
        }
    }
}
