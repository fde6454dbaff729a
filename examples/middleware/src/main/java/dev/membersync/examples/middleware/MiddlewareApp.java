package dev.membersync.examples.middleware;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A Spring Boot application that embeds membersync. With {@code --demo} it needs no account and no configuration. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public final class MiddlewareApp {
    private MiddlewareApp() {}

    public static void main(String[] args) {
        var unused = application(args).run(args);
    }

    /** The application that these arguments ask for; not started. */
    public static SpringApplication application(String... args) {
        SpringApplication application = new SpringApplication(MiddlewareApp.class);
        if (List.of(args).contains("--demo")) {
            application.setAdditionalProfiles("demo");
        }
        return application;
    }
}
