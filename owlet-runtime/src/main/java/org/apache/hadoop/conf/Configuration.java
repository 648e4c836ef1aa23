package org.apache.hadoop.conf;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name. Parquet-java and delta-kernel-defaults are compiled against Hadoop, whose jars weigh more than all
 * of Owlet and take a second to start; yet they run on a handful of its types when files are read and written through
 * their own interfaces. These packages hold that handful: no XML, no class path scan, no file system. With Hadoop's own
 * jars on the class path, either set serves.
 */
public class Configuration implements Iterable<Map.Entry<String, String>> {
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    public Configuration() {}

    /** @param loadDefaults ignored: there are no defaults here */
    public Configuration(boolean loadDefaults) {}

    public Configuration(Configuration other) {
        settings.putAll(other.settings);
    }

    public @Nullable String get(String name) {
        return settings.get(name);
    }

    public String get(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    public @Nullable String getTrimmed(String name) {
        String value = settings.get(name);
        return value == null ? null : value.trim();
    }

    public void set(String name, String value) {
        settings.put(name, value);
    }

    public void unset(String name) {
        settings.remove(name);
    }

    public boolean getBoolean(String name, boolean otherwise) {
        String value = getTrimmed(name);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    public void setBoolean(String name, boolean value) {
        set(name, Boolean.toString(value));
    }

    public int getInt(String name, int otherwise) {
        String value = getTrimmed(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    public void setInt(String name, int value) {
        set(name, Integer.toString(value));
    }

    public long getLong(String name, long otherwise) {
        String value = getTrimmed(name);
        return value == null ? otherwise : Long.parseLong(value);
    }

    public void setLong(String name, long value) {
        set(name, Long.toString(value));
    }

    public float getFloat(String name, float otherwise) {
        String value = getTrimmed(name);
        return value == null ? otherwise : Float.parseFloat(value);
    }

    public double getDouble(String name, double otherwise) {
        String value = getTrimmed(name);
        return value == null ? otherwise : Double.parseDouble(value);
    }

    public String @Nullable [] getStrings(String name) {
        String value = get(name);
        return value == null ? null : value.split(",", -1);
    }

    public String @Nullable [] getStrings(String name, String... otherwise) {
        String[] values = getStrings(name);
        return values == null ? otherwise : values;
    }

    public Class<?> getClassByName(String name) throws ClassNotFoundException {
        return Class.forName(name, true, getClassLoader());
    }

    public @Nullable Class<?> getClass(String name, @Nullable Class<?> otherwise) {
        String value = getTrimmed(name);
        try {
            return value == null ? otherwise : getClassByName(value);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    public <U> @Nullable Class<? extends U> getClass(
            String name, @Nullable Class<? extends U> otherwise, Class<U> supertype) {
        Class<?> found = getClass(name, otherwise);
        return found == null ? null : found.asSubclass(supertype);
    }

    public void setClass(String name, Class<?> value, Class<?> supertype) {
        set(name, value.asSubclass(supertype).getName());
    }

    public ClassLoader getClassLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : Configuration.class.getClassLoader();
    }

    public Map<String, String> getValByRegex(String regex) {
        Pattern pattern = Pattern.compile(regex);
        Map<String, String> found = new HashMap<>();
        settings.forEach((name, value) -> {
            if (pattern.matcher(name).find()) {
                found.put(name, value);
            }
        });
        return found;
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
        return settings.entrySet().iterator();
    }
}
