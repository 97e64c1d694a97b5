/** Pages of text, tables and charts as PDF, with OpenPDF; the charts are the same shapes as in SVG. */
@NullMarked
package io.cairn.reporting.pdf;

import org.jspecify.annotations.NullMarked;
