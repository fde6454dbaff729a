package dev.membersync.examples.middleware;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

// snippet: schedule
/** When the books follow and Accelevents is told, as the file says. */
@Configuration(proxyBeanMethods = false)
final class DoorSchedule implements SchedulingConfigurer {
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Doors doors;

    DoorSchedule(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        doors.config().ifPresent(config -> {
            tasks.addFixedDelayTask(doors::follow, config.refreshEvery());
            if (config.tellAccelevents()) {
                tasks.addFixedDelayTask(doors::tell, TELL_EVERY);
            }
        });
    }
}
// end
