package dev.membersync.sync.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds JDBC drivers, which are optional dependencies. */
final class Drivers {
    private Drivers() {}

    /** A new connection; a missing driver is refused with the coordinates to add. */
    static Connection connect(String url, Properties options, String coordinates, String place) {
        Driver driver = find(url)
                .orElseThrow(() -> new StoreException(place + " needs a JDBC driver that is not on the"
                        + " class path; add the dependency " + coordinates + ", unless the url is misspelt"));
        try {
            Connection connection = driver.connect(url, options);
            if (connection == null) {
                throw new StoreException(place + " cannot be opened: its driver does not take the url");
            }
            return connection;
        } catch (SQLException e) {
            throw new StoreException(place + " cannot be opened: " + e.getMessage() + Remedy.of(e), e);
        }
    }

    /** DriverManager looks once, with the loader of whoever came first; the second look is our own. */
    private static Optional<Driver> find(String url) {
        return Stream.concat(DriverManager.drivers(), loaded())
                .filter(driver -> accepts(driver, url))
                .findFirst();
    }

    private static Stream<Driver> loaded() {
        try {
            return ServiceLoader.load(Driver.class, Drivers.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get);
        } catch (ServiceConfigurationError e) {
            throw new StoreException("a JDBC driver on the class path is broken: " + e.getMessage(), e);
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }
}
