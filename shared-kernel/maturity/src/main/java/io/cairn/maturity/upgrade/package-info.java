/** From one version of a model to another: what becomes of its questions and of the answers to them. */
@NullMarked
package io.cairn.maturity.upgrade;

import org.jspecify.annotations.NullMarked;
