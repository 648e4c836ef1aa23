package dev.owlet.runtime.store;

/** What {@link S3StandIn} does wrong on demand. */
public enum Fault {
    /** The request takes effect, and the connection breaks before the answer. */
    LOSE_ANSWER,
    /** The connection breaks before the request takes effect. */
    DROP,
    /** 500 InternalError, without effect. */
    ERROR,
    /** 503 SlowDown, without effect. */
    SLOW_DOWN,
    /** 409 ConditionalRequestConflict, without effect. */
    CONFLICT,
    /** 403 AccessDenied. */
    DENY,
    /** The answer comes late; {@link S3StandIn#lateness} says how late. */
    LATE,
    /** The connection breaks in the middle of the answer's body. */
    TRUNCATE,
    /** The connection breaks after the answer's headers. */
    NO_BODY
}
