package io.cairn.reporting.audit;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.json.EventJson;
import io.cairn.language.TenantId;
import io.cairn.reporting.export.Written;
import io.cairn.reporting.wording.Language;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A process with little memory that writes all answers of a tenant: {@code url tenant format}. It prints what it took. */
public final class SmallHeap {
    private SmallHeap() {}

    /** Prints rows, bytes, the most that was alive after a collection in MB, and seconds. */
    public static void main(String[] arguments) throws Exception {
        var app = new PGSimpleDataSource();
        app.setUrl(arguments[0]);
        app.setUser("app");
        app.setPassword("app");
        var tenant = new TenantId(UUID.fromString(arguments[1]));
        var report = new AnswersExport(new AnswerAudit(new RecordedEvents(EventJson.standard())));
        var start = System.nanoTime();
        var written = new TenantDatabase(app)
                .read(
                        tenant,
                        jdbc -> Written.as(
                                arguments[2], report.table(jdbc, tenant, Map.of(), Language.EN), SmallHeap::alive));
        System.out.printf(
                "rows=%d bytes=%d alive=%d seconds=%d%n",
                written.rows(),
                written.bytes(),
                written.mostAlive() >> 20,
                (System.nanoTime() - start) / 1_000_000_000);
    }

    /** After the last collection of each part of the heap. */
    private static long alive() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(java.lang.management.MemoryPoolMXBean::getCollectionUsage)
                .filter(java.util.Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
