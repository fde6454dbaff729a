package dev.membersync.memberships.course;

import dev.membersync.client.Call;
import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.internal.Wire;
import java.util.List;
import java.util.Optional;

/**
 * Courses of the location on HighLevel, the module that the vendor calls Memberships API. Thread-safe; calls fail as
 * {@link Call} says.
 */
public final class CoursesApi {

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public CoursesApi(Wire wire) {
        this.wire = wire;
    }

    /**
     * Makes courses with their content; nobody is enrolled: {@code POST /courses/courses-exporter/public/import} (SPEC,
     * memberships-api.md 2.7). The answer is empty: it tells no ids, so the call is never repeated by itself.
     */
    public Call<Void> importCourses(List<Course> courses) {
        return imported(courses, Optional.empty());
    }

    /** The same in the name of this staff user. */
    public Call<Void> importCourses(List<Course> courses, String userId) {
        return imported(courses, Optional.of(userId));
    }

    private Call<Void> imported(List<Course> courses, Optional<String> userId) {
        if (courses.isEmpty()) {
            throw new IllegalArgumentException("there are no courses to import");
        }
        return wire.call("courses.import")
                .json(Terms.none()
                        .and("locationId", wire.location())
                        .maybe("userId", userId)
                        .and("products", courses.stream().map(Course::terms).toList())
                        .map())
                .ignoringBody();
    }
}
