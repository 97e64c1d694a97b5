package io.cairn.standalone.broken.reporting.up;

import io.cairn.standalone.broken.assessment.right.Right;
import io.cairn.standalone.broken.reporting.down.Down;

/** Asks who decides, and needs the room that needs it. */
public class Up {
    Right right = new Right();
    Down down = new Down();
}
