package org.apache.hadoop.shaded.com.google.common.collect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stand-in for Guava's class of this name, as delta-kernel-defaults uses it. */
public class ImmutableMultimap<K, V> implements Multimap<K, V> {
    private final Map<K, List<V>> values = new LinkedHashMap<>();

    public static <K, V> Builder<K, V> builder() {
        return new Builder<>();
    }

    @Override
    public Set<K> keySet() {
        return values.keySet();
    }

    @Override
    public Collection<V> get(K key) {
        return values.getOrDefault(key, List.of());
    }

    /** Collects an {@link ImmutableMultimap}. */
    public static class Builder<K, V> {
        private final ImmutableMultimap<K, V> result = new ImmutableMultimap<>();

        public Builder<K, V> put(K key, V value) {
            result.values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            return this;
        }

        public ImmutableMultimap<K, V> build() {
            return result;
        }
    }
}
