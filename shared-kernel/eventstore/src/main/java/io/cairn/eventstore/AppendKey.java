package io.cairn.eventstore;

import io.cairn.language.TenantId;
import java.util.UUID;

/**
 * What makes an append happen once, however often it is asked for: the first append with a key is recorded in its own
 * transaction, later ones hear {@link AlreadyAppended}.
 *
 * @param value of 128 bits that nobody else comes by, such as those of a digest
 */
public record AppendKey(TenantId tenant, UUID value) {}
