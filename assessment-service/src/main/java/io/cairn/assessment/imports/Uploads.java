package io.cairn.assessment.imports;

import io.cairn.platform.problem.BodyTooLarge;
import io.cairn.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** The files that have arrived or are about to, and the room they share: several large ones at once would fill the disk. */
final class Uploads {
    private final long mostBytes;
    private final long room;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param mostBytes of one file
     * @param room in bytes, of all; never less than for one
     */
    Uploads(long mostBytes, long room) {
        this.mostBytes = mostBytes;
        this.room = Math.max(mostBytes, room);
    }

    /**
     * @throws BodyTooLarge when the file has more bytes than may be
     * @throws io.cairn.platform.problem.ProblemException when others leave it no room just now
     */
    Upload receive(InputStream body) throws IOException {
        return Upload.receive(body, new Share());
    }

    /** Of the room, what one file takes. */
    final class Share {
        private long mine;

        void take(int bytes) throws BodyTooLarge {
            if (mine + bytes > mostBytes) throw new BodyTooLarge();
            mine += bytes;
            if (taken.addAndGet(bytes) > room)
                throw Problem.of(503, "imports-busy", "Other files are being taken in.")
                        .header("Retry-After", "30")
                        .exception();
        }

        void giveBack() {
            taken.addAndGet(-mine);
            mine = 0;
        }
    }
}
