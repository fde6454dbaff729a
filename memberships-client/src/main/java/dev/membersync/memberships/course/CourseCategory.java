package dev.membersync.memberships.course;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.util.List;
import java.util.Optional;

/**
 * A part of a course (SPEC, memberships-api.md 2.7).
 *
 * @param title         its title, not blank
 * @param visibility    who sees it
 * @param thumbnailUrl  its picture
 * @param posts         its lessons, in order
 * @param subCategories its own parts, which have none themselves
 */
public record CourseCategory(
        String title,
        Visibility visibility,
        Optional<String> thumbnailUrl,
        List<CoursePost> posts,
        List<CourseCategory> subCategories) {

    /** Refuses a blank title and parts of parts of parts; copies the lists. */
    public CourseCategory {
        Texts.required("title", title);
        posts = List.copyOf(posts);
        subCategories = List.copyOf(subCategories);
        if (subCategories.stream().anyMatch(part -> !part.subCategories.isEmpty())) {
            throw new IllegalArgumentException("a sub-category has no sub-categories");
        }
    }

    /** A part that members see, with these lessons. */
    public static CourseCategory of(String title, CoursePost... posts) {
        return new CourseCategory(title, Visibility.PUBLISHED, Optional.empty(), List.of(posts), List.of());
    }

    Terms terms() {
        Terms terms = Terms.none()
                .and("title", title)
                .and("visibility", visibility.value())
                .maybe("thumbnailUrl", thumbnailUrl)
                .and("posts", posts.stream().map(CoursePost::terms).toList());
        return subCategories.isEmpty()
                ? terms
                : terms.and(
                        "subCategories",
                        subCategories.stream().map(CourseCategory::terms).toList());
    }
}
