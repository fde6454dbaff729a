package dev.membersync.memberships.course;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.util.List;
import java.util.Optional;

/**
 * A lesson of a course (SPEC, memberships-api.md 2.7).
 *
 * @param title        its title, not blank
 * @param visibility   who sees it
 * @param contentType  {@code video}, {@code assignment} or {@code quiz}
 * @param description  what it says; may be HTML
 * @param thumbnailUrl its picture
 * @param videoUrl     its film; sent as {@code bucketVideoUrl}
 * @param materials    what goes with it
 */
public record CoursePost(
        String title,
        Visibility visibility,
        String contentType,
        String description,
        Optional<String> thumbnailUrl,
        Optional<String> videoUrl,
        List<Material> materials) {

    /**
     * A file that goes with a lesson.
     *
     * @param title what it is called
     * @param type  the ending of its kind, such as {@code pdf} or {@code image}; the SPEC lists 53
     * @param url   where the vendor gets it
     */
    public record Material(String title, String type, String url) {
        Terms terms() {
            return Terms.none().and("title", title).and("type", type).and("url", url);
        }
    }

    /** Refuses a blank title or type; copies the materials. */
    public CoursePost {
        Texts.required("title", title);
        Texts.required("contentType", contentType);
        materials = List.copyOf(materials);
    }

    /** A film that members see. */
    public static CoursePost video(String title, String description, String videoUrl) {
        return new CoursePost(
                title, Visibility.PUBLISHED, "video", description, Optional.empty(), Optional.of(videoUrl), List.of());
    }

    Terms terms() {
        Terms terms = Terms.none()
                .and("title", title)
                .and("visibility", visibility.value())
                .maybe("thumbnailUrl", thumbnailUrl)
                .and("contentType", contentType)
                .and("description", description)
                .maybe("bucketVideoUrl", videoUrl);
        return materials.isEmpty()
                ? terms
                : terms.and(
                        "postMaterials", materials.stream().map(Material::terms).toList());
    }
}
