package org.apache.hadoop.fs;

import java.io.Serializable;
import java.net.URI;

/** Stand-in for Hadoop's class of this name: a name, never opened. */
public class Path implements Comparable<Path>, Serializable {
    private static final long serialVersionUID = 1L;

    private final URI uri;

    public Path(String path) {
        this(URI.create(path.replace(" ", "%20")));
    }

    public Path(URI uri) {
        this.uri = uri;
    }

    public Path(Path parent, String child) {
        this(parent + "/" + child);
    }

    public URI toUri() {
        return uri;
    }

    public String getName() {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(Path other) {
        return uri.compareTo(other.uri);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path path && path.uri.equals(uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
