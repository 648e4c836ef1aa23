package org.apache.hadoop.util;

import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public class ReflectionUtils {
    private ReflectionUtils() {}

    /** Parquet-java makes its codecs this way. */
    public static <T> T newInstance(Class<T> type, Configuration configuration) {
        try {
            T instance = type.getDeclaredConstructor().newInstance();
            if (instance instanceof Configurable configurable) {
                configurable.setConf(configuration);
            }
            return instance;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
