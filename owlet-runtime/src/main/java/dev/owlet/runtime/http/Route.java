package dev.owlet.runtime.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One method of one template.
 *
 * @param open whether people who are not signed in may ask, too
 * @param variables names of the template's variables, in order
 */
record Route(String method, String template, boolean open, List<String> variables, Handler handler) {
    /** @param raw the segments that matched the variables, still encoded */
    Map<String, String> params(List<String> raw) {
        Map<String, String> params = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            params.put(variables.get(i), Percent.decode(raw.get(i)));
        }
        return params;
    }
}
