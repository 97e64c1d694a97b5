package io.cairn.language.event;

import io.cairn.language.Slug;
import io.cairn.language.TenantSettings;

/** The life of a customer company on the platform. */
public sealed interface TenantEvent extends Event {
    record TenantRegistered(Slug slug, String name, TenantSettings settings) implements TenantEvent {}

    record SettingsChanged(String name, TenantSettings settings) implements TenantEvent {}
}
