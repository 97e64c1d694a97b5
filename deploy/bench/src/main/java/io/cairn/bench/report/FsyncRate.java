package io.cairn.bench.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How often per second a page of 8 KiB can be made durable where the database lies: what every commit waits for. */
public final class FsyncRate {
    private static final int PAGE = 8192;
    private static final int PAGES = 2048;

    private FsyncRate() {}

    /** The file is written in full first, as PostgreSQL's write-ahead log is, so that only data are synchronised. */
    public static double measure(Path home, Duration time) throws IOException {
        try (var file = FileChannel.open(
                home.resolve("fsync-rate"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            var page = ByteBuffer.allocateDirect(PAGE);
            for (var i = 0; i < PAGES; i++) write(file, page, i);
            file.force(true);
            var from = System.nanoTime();
            var until = from + time.toNanos();
            var count = 0;
            while (System.nanoTime() < until) {
                write(file, page, count++ % PAGES);
                file.force(false);
            }
            return count / ((System.nanoTime() - from) / 1e9);
        }
    }

    private static void write(FileChannel file, ByteBuffer page, int number) throws IOException {
        page.clear();
        file.write(page, (long) number * PAGE);
    }
}
