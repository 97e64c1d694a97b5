package io.cairn.eventstore;

import io.cairn.language.FreeText;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.Event;
import io.cairn.language.event.UnitEvent;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** Two tenants and their units. */
final class Cast {
    static final TenantId ACME = TenantId.of(new Slug("acme"));
    static final TenantId GLOBEX = TenantId.of(new Slug("globex"));
    static final UnitCode SHOP = new UnitCode("shop");

    private Cast() {}

    static StreamId unit(TenantId tenant, String code) {
        return StreamId.unit(tenant, new UnitCode(code));
    }

    static UnitEvent added() {
        return new UnitEvent.UnitAdded(SHOP, "Shop", null);
    }

    static UnitEvent renamed(String name) {
        return new UnitEvent.UnitRenamed(SHOP, name);
    }

    static UnitEvent retired(String why) {
        return new UnitEvent.UnitRetired(SHOP, LocalDate.of(2026, 12, 31), FreeText.of(why));
    }

    static Event[] renamed(int times) {
        return IntStream.range(0, times).mapToObj(i -> renamed("name " + i)).toArray(Event[]::new);
    }
}
