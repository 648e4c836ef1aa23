package dev.owlet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the type whose package receives everything generated from the model file. Written by {@code owlet:model}. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface DataModel {
    /** Path of the model, relative to the project's folder. */
    String value() default "data_model.yml";

    /** SHA-256 of the model, so that a changed model is a changed Java source. */
    String sha256() default "";
}
