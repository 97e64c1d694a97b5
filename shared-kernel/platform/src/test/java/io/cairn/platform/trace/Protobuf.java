package io.cairn.platform.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A message of protobuf's wire format, by the numbers of its fields. */
record Protobuf(Map<Integer, List<Object>> fields) {
    static Protobuf read(byte[] bytes) {
        var fields = new HashMap<Integer, List<Object>>();
        for (var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN); in.hasRemaining(); ) {
            var tag = varint(in);
            fields.computeIfAbsent((int) (tag >>> 3), field -> new ArrayList<>())
                    .add(
                            switch ((int) (tag & 7)) {
                                case 0 -> varint(in);
                                case 1 -> in.getLong();
                                case 2 -> bytes(in, (int) varint(in));
                                case 5 -> (long) in.getInt();
                                default -> throw new IllegalArgumentException("wire type of " + tag);
                            });
        }
        return new Protobuf(fields);
    }

    private static long varint(ByteBuffer in) {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) return value;
        }
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    List<Protobuf> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(bytes -> read((byte[]) bytes))
                .toList();
    }

    /** Empty when it is not there. */
    String hex(int field) {
        return has(field) ? HexFormat.of().formatHex((byte[]) fields.get(field).getFirst()) : "";
    }

    String text(int field) {
        return has(field) ? new String((byte[]) fields.get(field).getFirst(), StandardCharsets.UTF_8) : "";
    }

    long number(int field) {
        return has(field) ? (long) fields.get(field).getFirst() : 0;
    }
}
