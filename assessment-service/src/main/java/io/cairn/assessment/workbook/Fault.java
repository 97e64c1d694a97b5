package io.cairn.assessment.workbook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Why something in the workbook cannot be taken, in words for whoever filled it in. */
record Fault(@JsonUnwrapped Place at, String detail) {}
