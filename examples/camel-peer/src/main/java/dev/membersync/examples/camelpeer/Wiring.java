package dev.membersync.examples.camelpeer;

import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Runs a step when the context is configured and not yet started: "Camel Main", listeners. */
final class Wiring extends MainListenerSupport {
    /** The step. */
    @FunctionalInterface
    interface Step {
        void with(CamelContext context) throws Exception;
    }

    private final Step step;

    Wiring(Step step) {
        this.step = step;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        try {
            step.with(main.getCamelContext());
        } catch (Exception e) {
            throw new IllegalStateException("the context could not be configured", e);
        }
    }
}
