package io.cairn.language;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many days before the last one of a period reminders are due; the farthest first, empty for none. */
public record ReminderDays(List<Integer> days) {
    public static final ReminderDays DEFAULT = new ReminderDays(List.of(14, 3));

    public ReminderDays {
        days = days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        if (days.size() > 10) throw new InvalidValue("there are 10 reminders at most");
        for (var day : days)
            if (day < 0 || day > 180) throw new InvalidValue("a reminder is due 0 to 180 days before the end");
    }

    /**
     * The one that is due when so many days are left, if one is. Of several that were missed only the last is worth
     * sending.
     *
     * @param left days until the last day of the period, 0 on that day
     */
    public Optional<Integer> due(long left) {
        return left < 0
                ? Optional.empty()
                : days.stream().filter(it -> it >= left).min(Comparator.naturalOrder());
    }
}
