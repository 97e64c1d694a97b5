package io.cairn.assessment.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What addresses a name has just now. */
@FunctionalInterface
interface NameLookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
}
