/** Reads the text of a model file, YAML or JSON, into a tree that remembers lines, and checks it against the published schema. */
@NullMarked
package io.cairn.maturity.file;

import org.jspecify.annotations.NullMarked;
