package io.cairn.assessment.assessment.opening;

import io.cairn.eventstore.Origin;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import org.springframework.stereotype.Component;

/** Opens assessments, with nothing in them or with what was agreed before. */
@Component
public final class Opening {
    private final Commands commands;
    private final LastAgreed lastAgreed;

    Opening(Commands commands, LastAgreed lastAgreed) {
        this.commands = commands;
        this.lastAgreed = lastAgreed;
    }

    public Receipt open(OpenAssessment command, Origin origin) {
        return commands.send(command, origin);
    }

    /** With the answers of the unit's last finalized assessment, each to be confirmed. */
    public Receipt carryingOver(OpenAssessment command, Origin origin) {
        var carried = lastAgreed.before(command).orElse(null);
        return open(
                new OpenAssessment(command.tenant(), command.unit(), command.model(), command.period(), carried),
                origin);
    }
}
