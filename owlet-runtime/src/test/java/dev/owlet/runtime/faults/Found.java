package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;

/** A row as it was read. */
record Found(JsonNode row, String etag) {}
