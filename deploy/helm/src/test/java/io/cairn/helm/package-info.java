/** What is rendered from the chart: whether Kubernetes takes it, and whether it holds what its README says. */
@NullMarked
package io.cairn.helm;

import org.jspecify.annotations.NullMarked;
