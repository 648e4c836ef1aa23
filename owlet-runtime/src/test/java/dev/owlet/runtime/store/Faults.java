package dev.owlet.runtime.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which requests get a fault. Thread-safe. */
final class Faults {
    private final List<Planned> planned = new ArrayList<>();
    private final List<Random> rolls = new ArrayList<>();
    private final List<Rate> rates = new ArrayList<>();

    private record Planned(Fault fault, Optional<S3Action> action, int times) {
        Planned less() {
            return new Planned(fault, action, times - 1);
        }
    }

    private record Rate(Fault fault, Optional<S3Action> action, double rate) {}

    synchronized void next(Fault fault, Optional<S3Action> action, int times) {
        planned.add(new Planned(fault, action, times));
    }

    synchronized void rate(Fault fault, Optional<S3Action> action, double rate, long seed) {
        rates.add(new Rate(fault, action, rate));
        rolls.add(new Random(seed));
    }

    synchronized void clear() {
        planned.clear();
        rates.clear();
        rolls.clear();
    }

    synchronized Optional<Fault> of(S3Action action) {
        for (int i = 0; i < planned.size(); i++) {
            Planned plan = planned.get(i);
            if (plan.action.isEmpty() || plan.action.get() == action) {
                if (plan.times == 1) {
                    planned.remove(i);
                } else {
                    planned.set(i, plan.less());
                }
                return Optional.of(plan.fault);
            }
        }
        Iterator<Random> roll = rolls.iterator();
        for (Rate rate : rates) {
            boolean hit = roll.next().nextDouble() < rate.rate;
            if (hit && (rate.action.isEmpty() || rate.action.get() == action)) {
                return Optional.of(rate.fault);
            }
        }
        return Optional.empty();
    }
}
