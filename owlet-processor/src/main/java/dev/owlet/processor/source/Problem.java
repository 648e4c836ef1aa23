package dev.owlet.processor.source;

/**
 * A fault in the model.
 *
 * @param at where
 * @param code stable, such as {@code OW012}; see {@link ProblemCode}
 * @param message what is wrong, in one sentence without a full stop
 * @param cure what to do, in one sentence; may be empty
 */
public record Problem(Position at, ProblemCode code, String message, String cure) {}
