package io.cairn.assessment.assessment;

import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import io.cairn.platform.command.Command;
import java.util.UUID;

/** What somebody wants to happen to an assessment that is there; its id is its stream's. */
public interface AssessmentCommand extends Command {
    TenantId tenant();

    UUID assessment();

    @Override
    default StreamId stream() {
        return new StreamId(tenant(), StreamType.ASSESSMENT, assessment());
    }
}
