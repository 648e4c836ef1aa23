/** Tables under fault: writers that race and are killed, answers that get lost, and a checker that believes nobody. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.faults;
