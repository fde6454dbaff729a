package dev.membersync.eventops.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.pricing.PricingDocuments;
import dev.membersync.eventops.pricing.PricingDocuments.Document;
import org.junit.jupiter.api.Test;

/** What every keeper of pricing documents does. */
interface PricingDocumentsContract {
    PricingDocuments documents();

    private static Document document(String id, long version, String body) {
        return new Document("saga", "gala", id, version, body);
    }

    @Test
    default void aDocumentComesBackWithItsNextVersion() {
        assertThat(documents().put(document("a", 0, "x=1\n\\ü漢"))).isTrue();
        assertThat(documents().find("saga", "gala", "a")).contains(document("a", 1, "x=1\n\\ü漢"));
        assertThat(documents().put(document("a", 1, ""))).isTrue();
        assertThat(documents().find("saga", "gala", "a")).contains(document("a", 2, ""));
    }

    @Test
    default void ofTwoWritersOfOneVersionOnlyTheFirstIsKept() {
        assertThat(documents().put(document("a", 0, "first"))).isTrue();
        assertThat(documents().put(document("a", 0, "second"))).isFalse();
        assertThat(documents().put(document("a", 1, "third"))).isTrue();
        assertThat(documents().put(document("a", 1, "fourth"))).isFalse();
        assertThat(documents().put(document("b", 1, "never there"))).isFalse();
        assertThat(documents().find("saga", "gala", "a")).contains(document("a", 2, "third"));
        assertThat(documents().find("saga", "gala", "b")).isEmpty();
    }

    @Test
    default void allAreThoseOfOneKindAndEventInTheOrderOfTheirIds() {
        documents().put(document("b", 0, "2"));
        documents().put(document("a", 0, "1"));
        documents().put(new Document("saga", "other", "c", 0, "3"));
        documents().put(new Document("audit", "gala", "d", 0, "4"));
        assertThat(documents().all("saga", "gala")).extracting(Document::id).containsExactly("a", "b");
    }

    @Test
    default void whatIsRemovedIsGoneAndCanBeMadeAnew() {
        documents().put(document("a", 0, "1"));
        documents().remove("saga", "gala", "a");
        documents().remove("saga", "gala", "never there");
        assertThat(documents().find("saga", "gala", "a")).isEmpty();
        assertThat(documents().put(document("a", 0, "2"))).isTrue();
    }
}
