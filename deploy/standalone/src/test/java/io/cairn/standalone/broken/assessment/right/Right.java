package io.cairn.standalone.broken.assessment.right;

import io.cairn.standalone.broken.assessment.left.Left;

/** Needs the room that needs it. */
public class Right {
    Class<?> left = Left.class;
}
