package io.cairn.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list; {@code next} is the cursor of the following part, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {}
