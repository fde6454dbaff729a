package dev.membersync.examples.middleware.demo;

import dev.membersync.sync.config.TenantConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.util.FileSystemUtils;

/** The profile {@code demo}: both services and a store that is gone afterwards. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
final class DemoBeans {
    private static final Logger LOG = LoggerFactory.getLogger(DemoBeans.class);
    private static final int MEMBERS = 40;
    private static final int SECRET_BYTES = 16;

    private final String secret = secret();

    /** A folder for the length of the demo. */
    record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(path);
        }
    }

    @Bean
    Folder demoFolder() {
        try {
            return new Folder(Files.createTempDirectory("membersync-demo"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made; set java.io.tmpdir", e);
        }
    }

    @Bean
    DemoServices demoServices() {
        return DemoServices.start(MEMBERS);
    }

    @Bean
    TenantConfig tenantConfig(DemoServices services, Folder folder) {
        return TenantConfig.parse("demo.yaml", DemoFile.text(services, folder.path(), secret), Map.of());
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        DemoServices services = ready.getApplicationContext().getBean(DemoServices.class);
        String url = "http://127.0.0.1:"
                + ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        services.tell(url, secret);
        LOG.info("the pages are at {} (user demo, password demo)", url);
        LOG.info(
                "rename a member and see it follow: curl -X PUT {}/__admin/members/m00001 -d '{\"fullName\":\"Ada"
                        + " Example\"}'",
                services.membershipsUrl());
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
