package io.cairn.assessment.refusal;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cairn.language.Rejection;
import io.cairn.platform.command.Command;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which refusals each command's decision can come to, read off the compiled code: every rejection that is made in
 * {@code decide} or in what it calls. What is called by way of an interface is not followed.
 */
final class DerivedRefusals {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cairn");

    private DerivedRefusals() {}

    /** Simple names of commands, and of the rejections of each. */
    static SortedMap<String, SortedSet<String>> byCommand() {
        var table = new TreeMap<String, SortedSet<String>>();
        for (var type : CODE)
            if (type.isAssignableTo(Command.class) && !type.isInterface()) {
                var refusals = new TreeSet<String>();
                for (var method : type.getMethods())
                    if (method.getName().equals("decide")) refusals.addAll(madeIn(method));
                table.put(type.getSimpleName(), refusals);
            }
        return table;
    }

    private static Set<String> madeIn(JavaCodeUnit start) {
        var made = new HashSet<String>();
        var seen = new HashSet<JavaCodeUnit>();
        var waiting = new ArrayDeque<JavaCodeUnit>(Set.of(start));
        while (!waiting.isEmpty()) {
            var unit = waiting.pop();
            if (!seen.add(unit)) continue;
            for (var access : unit.getCallsFromSelf()) {
                var owner = access.getTargetOwner();
                if (isRejection(owner)) {
                    if (!owner.isEquivalentTo(Rejection.InEntry.class)) made.add(owner.getSimpleName());
                } else if (owner.getPackageName().startsWith("io.cairn"))
                    access.getTarget().resolveMember().ifPresent(waiting::add);
            }
        }
        return made;
    }

    private static boolean isRejection(JavaClass type) {
        return type.isAssignableTo(Rejection.class) && !type.isEquivalentTo(Rejection.class);
    }
}
