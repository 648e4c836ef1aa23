package dev.owlet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a hand-written class whose routes join the generated ones. The class implements
 * {@code dev.owlet.runtime.http.Routes} and has one constructor: without parameters, or with the generated project
 * class as its only parameter.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface AddRoutes {}
