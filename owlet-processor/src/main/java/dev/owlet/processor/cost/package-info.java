/** What a month of a deployed project costs, before anything is deployed. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.cost;
