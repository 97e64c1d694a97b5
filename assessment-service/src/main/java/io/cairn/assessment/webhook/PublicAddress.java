package io.cairn.assessment.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie on the public Internet and nowhere else, after the IANA special-purpose address registries
 * (RFC 6890): a list of what is not for IPv4, and for IPv6 of what is, 2000::/3, less what is special within it.
 */
final class PublicAddress {
    private static final List<Block> NOT_IN_4 = List.of(
            new Block(8, 0), // this network
            new Block(8, 10), // private
            new Block(10, 100, 64), // shared, behind carrier-grade NAT
            new Block(8, 127), // loopback
            new Block(16, 169, 254), // link-local, and where clouds answer with credentials
            new Block(12, 172, 16), // private
            new Block(24, 192, 0, 0), // protocol assignments
            new Block(24, 192, 0, 2), // documentation
            new Block(24, 192, 88, 99), // 6to4 relays, given up
            new Block(16, 192, 168), // private
            new Block(15, 198, 18), // benchmarking
            new Block(24, 198, 51, 100), // documentation
            new Block(24, 203, 0, 113), // documentation
            new Block(4, 224), // multicast
            new Block(4, 240)); // reserved, and broadcast

    private static final Block IN_6 = new Block(3, 0x20);
    private static final List<Block> NOT_IN_6 = List.of(
            new Block(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo and ORCHID among them
            new Block(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            new Block(20, 0x3f, 0xff, 0x00), // documentation
            new Block(16, 0x20, 0x02)); // 6to4, which leads to any IPv4 address

    private static final Block NAT64 = new Block(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Block MAPPED = new Block(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return is(address.getAddress());
    }

    private static boolean is(byte[] bytes) {
        if (bytes.length == 4) return NOT_IN_4.stream().noneMatch(block -> block.holds(bytes));
        if (NAT64.holds(bytes) || MAPPED.holds(bytes)) return is(Arrays.copyOfRange(bytes, 12, 16));
        return IN_6.holds(bytes) && NOT_IN_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** The addresses whose first {@code bits} are those of {@code first}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(int bits, int... first) {
        boolean holds(byte[] address) {
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) return false;
            }
            return true;
        }
    }
}
