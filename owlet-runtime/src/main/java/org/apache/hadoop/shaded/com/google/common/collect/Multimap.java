package org.apache.hadoop.shaded.com.google.common.collect;

import java.util.Collection;
import java.util.Set;

/** Stand-in for Guava's interface of this name, as delta-kernel-defaults uses it. */
public interface Multimap<K, V> {
    Set<K> keySet();

    Collection<V> get(K key);
}
