package io.cairn.assessment.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The most recently used of many; making one is left outside the lock, so two threads may both make it. */
final class Remembered<K, V> {
    private final Map<K, V> values;

    Remembered(int atMost) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > atMost;
            }
        };
    }

    V get(K key, Supplier<V> make) {
        return find(key).orElseGet(() -> {
            var made = make.get();
            put(key, made);
            return made;
        });
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
    }
}
