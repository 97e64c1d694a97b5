package io.cairn.assessment.imports;

import io.cairn.eventstore.Origin;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.TenantId;
import io.cairn.maturity.MaturityModel;

/**
 * What is to be done with a file of answers.
 *
 * @param dryRun tells what would come of it and leaves nothing
 * @param finalizing submits and finalizes every assessment the file answers
 * @param createUnits adds units that are not there, at the top, named by their code
 */
record ImportOrder(
        TenantId tenant,
        Origin origin,
        MaturityModel model,
        FiscalCalendar calendar,
        boolean dryRun,
        boolean finalizing,
        boolean createUnits) {}
