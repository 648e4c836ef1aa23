package org.apache.hadoop.shaded.com.google.common.collect;

import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Collector;

/** Stand-in for Guava's class of this name, as delta-kernel-defaults uses it. */
public class ImmutableMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    public static <T, K, V> Collector<T, ?, ImmutableMap<K, V>> toImmutableMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        return Collector.of(
                ImmutableMap<K, V>::new, (map, t) -> map.put(key.apply(t), value.apply(t)), (first, second) -> {
                    first.putAll(second);
                    return first;
                });
    }
}
