package dev.membersync.examples.middleware;

import dev.membersync.sync.config.Finding;
import dev.membersync.sync.config.Tenant;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

// snippet: doctor
/** {@code /actuator/doctor}: whether everything is in place. It calls both services, so it is no part of the health. */
@Component
@Endpoint(id = "doctor")
public final class DoctorEndpoint {
    private final Tenant tenant;

    DoctorEndpoint(Tenant tenant) {
        this.tenant = tenant;
    }

    /** A finding for each thing looked at. */
    @ReadOperation
    public List<Finding> findings() {
        return tenant.doctor().examine();
    }
}
// end
