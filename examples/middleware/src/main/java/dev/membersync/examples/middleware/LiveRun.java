package dev.membersync.examples.middleware;

import dev.membersync.sync.LiveSync;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

// snippet: lifecycle
/**
 * Runs live from before the web server takes requests until after it has answered the last one: of two phases the lower one
 * starts first and stops last, and the web server's is high.
 */
@Component
final class LiveRun implements SmartLifecycle {
    private final LiveSync live;
    private volatile boolean running;

    LiveRun(LiveSync live) {
        this.live = live;
    }

    @Override
    public void start() {
        live.start();
        running = true;
    }

    /** Members at work are finished; what is left stays in the store for the next start. */
    @Override
    public void stop() {
        live.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
// end
