package io.cairn.reporting.export;

import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every report that can be had as a file, by its name. */
@Component
class Exports {
    private final SingletonSupplier<Map<String, Export>> all;

    Exports(List<ExportableReport> reports, ObjectProvider<RequestMappingHandlerMapping> requestMappingHandlerMapping) {
        all = SingletonSupplier.of(() -> {
            var byName = new TreeMap<String, Export>();
            for (var report : reports)
                if (byName.put(
                                report.name(),
                                new Export(report, Door.of(requestMappingHandlerMapping.getObject(), report)))
                        != null) throw new IllegalStateException("two reports are named " + report.name());
            return byName;
        });
    }

    record Export(ExportableReport report, Door door) {}

    Map<String, Export> all() {
        return all.obtain();
    }

    /** 404 when there is none, 403 when the report is closed to the caller. */
    Export open(String name, Caller caller) {
        var export = all().get(name);
        if (export == null) throw Problem.notFound().exception();
        if (Collections.disjoint(caller.roles(), export.door().roles()))
            throw Problem.of(403, "forbidden", "The caller's role does not allow this.")
                    .exception();
        return export;
    }
}
