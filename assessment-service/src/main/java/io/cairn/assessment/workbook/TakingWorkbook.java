package io.cairn.assessment.workbook;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.assessment.workbook.FilledWorkbook.Outcome;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.language.QuestionKey;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import io.cairn.platform.command.StaleVersion;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in filled-in questionnaires. */
@Component
final class TakingWorkbook {
    private static final int MOST_FAULTS = 1_000;
    private static final int TRIES = 5;

    private final Assessments assessments;
    private final Profiles profiles;
    private final Commands commands;

    TakingWorkbook(Assessments assessments, Profiles profiles, Commands commands) {
        this.assessments = assessments;
        this.profiles = profiles;
        this.commands = commands;
    }

    /** @param overwrite questions whose conflicts the caller has seen, and insists */
    record Order(
            Caller caller, UUID id, byte[] file, boolean dryRun, boolean skipConflicts, Set<QuestionKey> overwrite) {}

    /** @param receipt null when nothing was recorded */
    record Taken(WorkbookReport report, @Nullable Receipt receipt) {}

    /** Looked at again when somebody else answers between the look and the recording. */
    Taken take(Order order) {
        var filled = read(order.file());
        for (var attempt = 1; ; attempt++) {
            try {
                return attempt(order, filled);
            } catch (StaleVersion stale) {
                if (attempt == TRIES) throw stale;
            }
        }
    }

    private static Filled read(byte[] file) {
        try {
            return QuestionnaireReader.read(file);
        } catch (UnreadableWorkbook e) {
            throw rejected(List.of(new Fault(new Place(null, null, null), String.valueOf(e.getMessage()))));
        }
    }

    private Taken attempt(Order order, Filled filled) {
        var caller = order.caller();
        var now = assessments.find(caller.tenant(), order.id());
        if (!filled.assessment().equals(order.id()))
            throw rejected(List.of(new Fault(
                    new Place(QuestionnaireFile.MARKS, null, null),
                    "the workbook is about another assessment, " + filled.assessment())));
        if (filled.version() < 0 || filled.version() > now.version())
            throw rejected(List.of(new Fault(
                    new Place(QuestionnaireFile.MARKS, null, null),
                    "the assessment never was at version " + filled.version())));
        var made = assessments.find(caller.tenant(), order.id(), filled.version());
        var outcome = new FilledWorkbook(
                        caller.tenant(),
                        caller.actor(),
                        filled,
                        profiles.model(caller.tenant(), now),
                        made.state(),
                        now,
                        order.overwrite())
                .outcome();
        if (!outcome.faults().isEmpty()) throw rejected(outcome.faults());
        if (!outcome.conflicts().isEmpty() && !order.skipConflicts() && !order.dryRun())
            throw conflicting(report(outcome, order, now.version()));
        if (order.dryRun() || outcome.entries().isEmpty())
            return new Taken(report(outcome, order, now.version()), null);
        var receipt = commands.send(
                new RecordAnswers(caller.tenant(), order.id(), caller.actor(), outcome.entries()),
                new Origin(caller.actor(), Channel.IMPORT, caller.request(), null),
                now.version());
        return new Taken(report(outcome, order, receipt.version()), receipt);
    }

    private static WorkbookReport report(Outcome outcome, Order order, long version) {
        return new WorkbookReport(
                outcome.answered(),
                outcome.entries().stream().map(RecordAnswers.Entry::question).toList(),
                outcome.unchanged(),
                outcome.changedByOthers(),
                outcome.conflicts(),
                order.dryRun(),
                version);
    }

    private static RuntimeException rejected(List<Fault> faults) {
        return Problem.of(422, "workbook-rejected", "The workbook holds what cannot be taken in, so nothing was.")
                .detail(faults.size() + " found.")
                .with("rejected", faults.stream().limit(MOST_FAULTS).toList())
                .with("rejectedTotal", faults.size())
                .exception();
    }

    private static RuntimeException conflicting(WorkbookReport report) {
        return Problem.of(409, "workbook-conflicts", "Others have answered meanwhile, and differently.")
                .detail(
                        "Nothing was recorded. Change the rows, name their questions in overwrite, or send skipConflicts.")
                .with("conflicts", report.conflicts())
                .exception();
    }
}
