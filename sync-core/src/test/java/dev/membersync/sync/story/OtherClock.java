package dev.membersync.sync.story;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A machine whose wall clock is another one than its monotonic clock. */
public record OtherClock(Time machine, InstantSource wall) implements Time {
    @Override
    public Instant instant() {
        return wall.instant();
    }

    @Override
    public long nanos() {
        return machine.nanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        machine.sleep(duration);
    }

    @Override
    public Cancellable after(Duration duration, Runnable task) {
        return machine.after(duration, task);
    }
}
