package io.cairn.standalone.broken.reporting.down;

import io.cairn.standalone.broken.reporting.up.Up;

/** Needs the room that needs it. */
public class Down {
    Class<?> up = Up.class;
}
