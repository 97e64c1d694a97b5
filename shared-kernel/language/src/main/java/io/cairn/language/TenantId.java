package io.cairn.language;

import java.util.UUID;

/** A customer company. It follows from the slug, so that the same slug cannot be registered twice. */
public record TenantId(UUID value) {
    public static TenantId of(Slug slug) {
        return new TenantId(NameBased.uuid("tenant", slug.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
