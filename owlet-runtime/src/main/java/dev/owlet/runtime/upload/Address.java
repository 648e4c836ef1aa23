package dev.owlet.runtime.upload;

import java.util.Map;

/**
 * The request by which a file or a part of it comes.
 *
 * @param number of the part, from 1
 * @param from place of its first byte in the file
 * @param size its bytes
 * @param url absolute, or beginning with {@code /} for the server that was asked
 * @param headers to send, to the letter
 */
public record Address(int number, long from, long size, String method, String url, Map<String, String> headers) {}
