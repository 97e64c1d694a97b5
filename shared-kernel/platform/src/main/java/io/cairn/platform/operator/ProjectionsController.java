package io.cairn.platform.operator;

import io.cairn.eventstore.projection.ProjectionStatus;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.projection.Rebuild;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far views and policies are, and views made anew. */
@RestController
@RequestMapping("/api/v1/operator/projections")
class ProjectionsController {
    private static final URI STATUS = URI.create("/api/v1/operator/projections");

    private final Projections projections;

    ProjectionsController(Projections projections) {
        this.projections = projections;
    }

    /**
     * A view or policy.
     *
     * @param position every event until here was seen or set aside
     * @param head position of the last event there is
     * @param lagSeconds the age of the oldest event not seen
     * @param failure why it stands still on this node
     */
    record Shown(
            String name,
            long position,
            long head,
            double lagSeconds,
            long deadLetters,
            @Nullable String failure,
            List<Segment> segments,
            @Nullable Rebuild rebuild) {
        static Shown of(ProjectionStatus it) {
            return new Shown(
                    it.name(),
                    it.position(),
                    it.head(),
                    it.lagSeconds(),
                    it.deadLetters(),
                    it.failure(),
                    it.segments().stream()
                            .map(segment -> Segment.of(segment, it.head()))
                            .toList(),
                    it.rebuild());
        }
    }

    /**
     * Part of the events' way, which one node takes.
     *
     * @param lag how many positions it is behind the head
     */
    record Segment(int firstSlot, int lastSlot, @Nullable UUID owner, long position, long lag) {
        static Segment of(ProjectionStatus.SegmentStatus it, long head) {
            return new Segment(
                    it.firstSlot(), it.lastSlot(), it.owner(), it.position(), Math.max(0, head - it.position()));
        }
    }

    record ShownList(List<Shown> items) {}

    @GetMapping
    @Allowed(Role.OPERATOR)
    @Operation(summary = "How far the views and policies of this service are, on whichever node")
    ShownList list() {
        return new ShownList(projections.status().stream().map(Shown::of).toList());
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.OPERATOR)
    @Operation(
            summary = "Make a view anew from all events, beside the live one",
            description = "The list of projections tells how far it is, and at the end how many rows were different. "
                    + "Asking again while it is under way changes nothing.")
    ResponseEntity<Void> rebuild(@PathVariable String name) {
        if (!projections.names().contains(name)) throw Problem.notFound().exception();
        try {
            var unused = projections.rebuild(name); // whoever wants to know how it goes asks for the list
            return ResponseEntity.accepted().location(STATUS).build();
        } catch (IllegalArgumentException e) {
            throw Problem.of(409, "not-rebuildable", "This cannot be made anew from events.")
                    .detail(String.valueOf(e.getMessage()))
                    .exception();
        }
    }
}
