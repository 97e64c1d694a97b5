package io.cairn.reporting.proof;

import io.cairn.language.TenantId;
import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import io.cairn.proof.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What an outsider needs to check a tenant's events, as a zip of plain text, up to the newest head. Events come from the
 * store and not by way of the tree, so that what the tree does not know is in it too. Rows are streamed: memory holds a
 * few hundred.
 */
final class Bundle {
    static final String FORMAT = "cairn-bundle/1";

    private static final int FETCH = 500;

    private final JdbcClient jdbc;
    private final TenantId tenant;
    private final ZipOutputStream zip;
    private final Writer text;

    Bundle(JdbcClient jdbc, TenantId tenant, OutputStream out) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.zip = new ZipOutputStream(out);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    }

    /** Of one row, without the line break. */
    private interface Line {
        String of(ResultSet row) throws SQLException;
    }

    /** @param size and {@code position} of the newest head, 0 without any */
    void write(long size, long position, Instant at, Checkpoints checkpoints) throws IOException {
        entry("about.json");
        var about = new TreeMap<String, Object>(
                Map.of("format", FORMAT, "tenant", tenant.toString(), "at", at.toString(), "size", size));
        line(Json.write(about));
        entry("keys.txt");
        for (var published : checkpoints.keys(jdbc)) line(published.key().text());
        entry("heads.ndjson");
        rows(
                jdbc.sql(
                                "select note from reporting.checkpoint where tenant_id = :tenant and size <= :size order by size")
                        .param("size", size),
                row -> Json.write(Map.of("note", row.getString(1))));
        entry("leaves.txt");
        rows(
                jdbc.sql("""
                        select index, position, event_id, hash from reporting.tree_leaf
                        where tenant_id = :tenant and index < :size order by index
                        """).param("size", size),
                row -> row.getLong(1) + " " + row.getLong(2) + " " + row.getString(3) + " "
                        + Hash.read(row.getBytes(4)).hex());
        entry("nodes.txt");
        rows(
                jdbc.sql("""
                        select level, index, hash from reporting.tree_node
                        where tenant_id = :tenant and ((index + 1) << level) <= :size
                        order by (index + 1) << level, level
                        """).param("size", size),
                row -> row.getInt(1) + " " + row.getLong(2) + " "
                        + Hash.read(row.getBytes(3)).hex());
        entry("events.ndjson");
        rows(jdbc.sql("select " + Growth.EVENT + """
                         from eventstore.event where tenant_id = :tenant and position <= :position order by position
                        """).param("position", position), Growth::line);
        entry("texts.ndjson");
        rows(
                jdbc.sql("""
                        select position, texts from eventstore.event_text
                        where tenant_id = :tenant and position <= :position order by position
                        """).param("position", position),
                row -> "{\"position\":" + row.getLong(1) + ",\"texts\":" + Json.canonical(row.getString(2)) + "}");
        text.flush();
        zip.closeEntry();
        zip.finish();
    }

    private void entry(String name) throws IOException {
        text.flush();
        zip.putNextEntry(new ZipEntry(name));
    }

    private void line(String line) throws IOException {
        text.write(line);
        text.write('\n');
    }

    private void rows(StatementSpec query, Line line) {
        query.param("tenant", tenant.value()).withFetchSize(FETCH).query(row -> {
            try {
                line(line.of(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Up to where the bundle goes: the newest head. */
    static void write(JdbcClient jdbc, TenantId tenant, OutputStream out, Instant at, Checkpoints checkpoints) {
        var newest = checkpoints.newest(jdbc, tenant);
        try {
            new Bundle(jdbc, tenant, out)
                    .write(
                            newest.map(Head::size).orElse(0L),
                            newest.map(Head::position).orElse(0L),
                            at,
                            checkpoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
