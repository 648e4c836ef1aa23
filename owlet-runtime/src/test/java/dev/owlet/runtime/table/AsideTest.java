package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsideTest {
    private final Aside aside = new Aside();
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void oneAfterTheOther() throws Exception {
        for (int i = 0; i < 100; i++) {
            int number = i;
            aside.begin(() -> done.add(number));
        }
        aside.end();

        assertThat(done).hasSize(100).isSorted();
    }

    @Test
    void whatItThrowsIsThrownOnce() throws Exception {
        IOException full = new IOException("disk full");
        aside.begin(() -> {
            throw full;
        });

        assertThatThrownBy(() -> aside.begin(() -> done.add(1))).isSameAs(full);
        aside.begin(() -> {
            throw new IllegalStateException("wrong");
        });
        assertThatThrownBy(aside::end).isInstanceOf(IllegalStateException.class);
        aside.begin(() -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(aside::end).isInstanceOf(StackOverflowError.class);
        aside.end();
        assertThat(done).isEmpty();
    }
}
