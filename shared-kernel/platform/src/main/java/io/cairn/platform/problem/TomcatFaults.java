package io.cairn.platform.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses before any filter sees it, a path with %00 for one, where it would write a page of its own. */
public final class TomcatFaults extends ErrorReportValve {
    private final ProblemWriter problems;

    public TomcatFaults(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            problems.write(request, response, EveryFault.ofStatus(status));
        } catch (IOException e) {
            container.getLogger().debug("nobody hears it any more", e);
        }
    }
}
