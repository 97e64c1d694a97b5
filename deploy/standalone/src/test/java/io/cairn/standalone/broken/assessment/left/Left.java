package io.cairn.standalone.broken.assessment.left;

import io.cairn.standalone.broken.assessment.right.Right;
import io.cairn.standalone.broken.reporting.up.Up;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** Decides with a framework and the clock, asks the reports, and needs the room that needs it. */
public class Left {
    Right right = new Right();
    Up report = new Up();

    static Object decide(ApplicationContext context) {
        return Instant.now();
    }
}
