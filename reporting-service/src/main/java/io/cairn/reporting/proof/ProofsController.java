package io.cairn.reporting.proof;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import io.cairn.proof.SigningKey;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signed tree heads, the keys they are signed with, and proofs. Hashes are in Base64, as in the heads. */
@RestController
class ProofsController {
    private final TenantDatabase database;
    private final Checkpoints checkpoints;
    private final AwaitsTree tree;
    private final Paging paging;
    private final SigningKey key;
    private final ProofProperties settings;

    ProofsController(
            TenantDatabase database,
            Checkpoints checkpoints,
            AwaitsTree tree,
            Paging paging,
            SigningKey key,
            ProofProperties settings) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.paging = paging;
        this.key = key;
        this.settings = settings;
    }

    /**
     * @param position of the last event it covers
     * @param note the head itself, with its signature; the rest is in it
     */
    record Checkpoint(long size, String root, long position, Instant at, String keyId, String note) {
        static Checkpoint of(Head head) {
            return new Checkpoint(
                    head.size(), head.root().base64(), head.position(), head.at(), head.keyId(), head.note());
        }
    }

    /**
     * @param index of the leaf, from 0
     * @param leafHash SHA-256 of a byte 0 and {@code leaf} in UTF-8
     * @param leaf the event as it is stored now
     */
    record InclusionProof(
            UUID eventId, long index, String leafHash, String leaf, Checkpoint checkpoint, List<String> path) {}

    record ConsistencyProof(Checkpoint from, Checkpoint to, List<String> path) {}

    /** @param key as a note's verifier takes it: name, id and key, with plus signs between */
    record PublishedKey(String id, String key, Instant since, boolean signsNow) {}

    @GetMapping("/api/v1/audit/checkpoints")
    @Allowed({Role.ADMIN, Role.AUDITOR})
    @Operation(summary = "Signed heads of the tree over all events, oldest first")
    ResponseEntity<Page<Checkpoint>> checkpoints(
            Caller caller,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "min-position", required = false) @Nullable String position) {
        tree.await(position);
        var tenant = caller.tenant();
        return paging.page(
                caller,
                "/audit/checkpoints",
                limit,
                cursor,
                (after, most) -> database
                        .read(
                                tenant,
                                jdbc -> checkpoints.after(
                                        jdbc, tenant, after == null ? 0 : Long.parseLong(after.getFirst()), most))
                        .stream()
                        .map(Checkpoint::of)
                        .toList(),
                it -> List.of(Long.toString(it.size())));
    }

    @GetMapping("/api/v1/audit/keys")
    @Allowed({Role.ADMIN, Role.AUDITOR})
    @Operation(summary = "Every public key that heads were ever signed with, oldest first")
    Page<PublishedKey> keys(Caller caller) {
        return database.read(
                caller.tenant(),
                jdbc -> new Page<>(
                        checkpoints.keys(jdbc).stream()
                                .map(it -> new PublishedKey(
                                        it.key().id(),
                                        it.key().text(),
                                        it.since().toInstant(),
                                        it.key().equals(key.published())))
                                .toList(),
                        null));
    }

    @GetMapping("/api/v1/audit/events/{eventId}/proof")
    @Allowed({Role.ADMIN, Role.AUDITOR})
    @Operation(
            summary = "That an event is in the tree",
            description = "Of the size given, which must be a checkpoint's, or else of the newest. 503 while no"
                    + " checkpoint covers the event yet, and while the tree grows anew.")
    InclusionProof proof(
            Caller caller,
            @PathVariable("eventId") UUID event,
            @RequestParam(name = "checkpoint", required = false) @Nullable Long size,
            @RequestParam(name = "min-position", required = false) @Nullable String position) {
        tree.await(position);
        var tenant = caller.tenant();
        return database.read(tenant, jdbc -> {
            var leaf = checkpoints.leaf(jdbc, tenant, event);
            if (leaf == null) {
                if (checkpoints.position(jdbc, tenant, event).isEmpty())
                    throw Problem.notFound().exception();
                throw uncovered();
            }
            var head = size == null
                    ? checkpoints.newest(jdbc, tenant).orElse(null)
                    : named(jdbc, tenant, "checkpoint", size);
            if (head == null || head.size() <= leaf.index()) {
                if (size != null)
                    throw Problem.badParameter("checkpoint", "is older than the event")
                            .exception();
                throw uncovered();
            }
            requireGrown(jdbc, tenant, head);
            var line = checkpoints
                    .line(jdbc, tenant, leaf.position())
                    .orElseThrow(() -> Problem.notFound().exception());
            return new InclusionProof(
                    event,
                    leaf.index(),
                    leaf.hash().base64(),
                    line,
                    Checkpoint.of(head),
                    texts(checkpoints.inclusion(jdbc, tenant, leaf.index(), head.size())));
        });
    }

    @GetMapping("/api/v1/audit/checkpoints/consistency")
    @Allowed({Role.ADMIN, Role.AUDITOR})
    @Operation(summary = "That the tree of one checkpoint begins with that of an earlier one; both by their sizes")
    ConsistencyProof consistency(Caller caller, @RequestParam("from") long from, @RequestParam("to") long to) {
        var tenant = caller.tenant();
        if (from > to)
            throw Problem.badParameter("from", "is not larger than to").exception();
        return database.read(tenant, jdbc -> {
            var first = named(jdbc, tenant, "from", from);
            var second = named(jdbc, tenant, "to", to);
            requireGrown(jdbc, tenant, second);
            return new ConsistencyProof(
                    Checkpoint.of(first),
                    Checkpoint.of(second),
                    texts(checkpoints.consistency(jdbc, tenant, from, to)));
        });
    }

    private RuntimeException uncovered() {
        return AwaitsTree.behind(
                "No checkpoint covers the event yet.",
                Math.max(1, settings.every().toSeconds()));
    }

    /** Heads stay while a tree grows anew, and it has not all their nodes. */
    private void requireGrown(JdbcClient jdbc, TenantId tenant, Head head) {
        if (checkpoints.size(jdbc, tenant) < head.size())
            throw AwaitsTree.behind("The tree grows anew and has not come to that checkpoint yet.", 1);
    }

    private Head named(JdbcClient jdbc, TenantId tenant, String parameter, long size) {
        return checkpoints
                .ofSize(jdbc, tenant, size)
                .orElseThrow(() -> Problem.badParameter(parameter, "is no checkpoint's size")
                        .exception());
    }

    private static List<String> texts(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }
}
