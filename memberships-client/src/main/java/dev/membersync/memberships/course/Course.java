package dev.membersync.memberships.course;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.util.List;
import java.util.Optional;

/**
 * A course to import; the vendor calls it a product (SPEC, memberships-api.md 2.7).
 *
 * @param title       its title, not blank
 * @param description what it is about
 * @param imageUrl    its picture
 * @param categories  its parts, in order
 * @param instructor  who teaches it
 */
public record Course(
        String title,
        String description,
        Optional<String> imageUrl,
        List<CourseCategory> categories,
        Optional<Instructor> instructor) {

    /** Who teaches a course. */
    public record Instructor(String name, String description) {
        Terms terms() {
            return Terms.none().and("name", name).and("description", description);
        }
    }

    /** Refuses a blank title; copies the categories. */
    public Course {
        Texts.required("title", title);
        categories = List.copyOf(categories);
    }

    /** A course without picture and instructor. */
    public static Course of(String title, String description, CourseCategory... categories) {
        return new Course(title, description, Optional.empty(), List.of(categories), Optional.empty());
    }

    Terms terms() {
        return Terms.none()
                .and("title", title)
                .and("description", description)
                .maybe("imageUrl", imageUrl)
                .and(
                        "categories",
                        categories.stream().map(CourseCategory::terms).toList())
                .maybe("instructorDetails", instructor.map(Instructor::terms));
    }
}
