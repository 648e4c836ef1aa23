package dev.owlet.processor.emit.web;

import dev.owlet.processor.model.Concept;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Picks one of the icons that the web app's bundle holds, by the words of a concept's name. */
final class Icons {
    private static final Map<String, String> ICONS = new HashMap<>();

    static {
        icon("activity", "sighting observation activity log");
        icon("book", "book album publication course");
        icon("building", "company office supplier organisation organization plant");
        icon("calendar", "event visit appointment booking season");
        icon("camera", "photo image picture camera");
        icon("car", "car vehicle");
        icon("card", "payment card account transaction");
        icon("cart", "cart basket purchase sale");
        icon("clipboard", "task survey inspection form list playlist");
        icon("cpu", "device machine sensor equipment computer");
        icon("file", "document report file note paper");
        icon("flag", "country region nation milestone");
        icon("flask", "sample experiment assay test");
        icon("gauge", "measurement reading metric score");
        icon("house", "house home room");
        icon("leaf", "species leaf crop");
        icon("package", "package parcel lot product item");
        icon("pin", "site place location address position station");
        icon("receipt", "invoice receipt bill line order");
        icon("star", "review rating");
        icon("stethoscope", "patient diagnosis treatment");
        icon("tag", "tag category type genre label kind");
        icon("thermometer", "temperature weather climate");
        icon("ticket", "ticket issue request");
        icon("tree", "tree forest");
        icon("truck", "delivery shipment truck transport");
        icon("user", "user person ringer customer employee member artist author");
        icon("users", "team group family crew club");
        icon("wrench", "repair service maintenance tool");
    }

    private Icons() {}

    /** By the last word that has one: an {@code InvoiceLine} is a line. */
    static String of(Concept concept) {
        String[] words = concept.table().toLowerCase(Locale.ROOT).split("_", -1);
        for (int i = words.length - 1; i >= 0; i--) {
            String icon = ICONS.get(words[i]);
            if (icon != null) {
                return icon;
            }
        }
        return "database";
    }

    private static void icon(String icon, String words) {
        for (String word : words.split(" ", -1)) {
            ICONS.put(word, icon);
        }
    }
}
