package io.cairn.standalone.supply;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Under what a component may be if it is to be shipped with a product under Apache-2.0: licences that ask for no more than
 * a notice, and those whose copyleft ends at the component's own files.
 */
final class Licences {
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "MPL-2.0",
            // as OpenPDF says it
            "Mozilla Public License Version 2.0");

    private Licences() {}

    /** Those that none of their licences lets in; an author who names several leaves the choice. */
    static List<Component> refused(Collection<Component> components) {
        return components.stream()
                .filter(component -> component.licences().stream().noneMatch(ALLOWED::contains))
                .toList();
    }
}
