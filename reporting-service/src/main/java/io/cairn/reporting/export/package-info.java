/** Any report as a file: CSV, XLSX, PDF or JSON. */
@NullMarked
package io.cairn.reporting.export;

import org.jspecify.annotations.NullMarked;
