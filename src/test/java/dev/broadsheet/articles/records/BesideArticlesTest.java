package dev.broadsheet.articles.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BesideArticlesTest {
  private static Optional<String> kind(Map<String, String> record) {
    return BesideArticles.kind(
        new BesideArticles.Fields() {
          @Override
          public boolean has(String name) {
            return record.containsKey(name);
          }

          @Override
          public String text(String name) {
            return record.getOrDefault(name, "");
          }
        });
  }

  @Test
  void aDateNamedDataIsNoTimelineOfPosts() {
    assertThat(kind(Map.of("timestamp", "1709674800", "data", "2024-03-05", "attachments", "[]")))
        .isEmpty();
    assertThat(kind(Map.of("timestamp", "1709674800", "data", "[{}]", "attachments", "[]")))
        .contains("pictures and files");
  }

  @Test
  void whatSaysThatItIsNewsIsAnArticleHoweverItIsWritten() {
    for (String type : new String[] {"News Item", "article", "NewsArticle", "BlogPosting", ""}) {
      assertThat(kind(Map.of("@id", "https://ledger.example/1", "@type", type))).as(type).isEmpty();
    }
    assertThat(kind(Map.of("@id", "https://ledger.example/ann", "@type", "Person")))
        .contains("people");
    assertThat(kind(Map.of("@id", "https://ledger.example", "@type", "NewsMediaOrganization")))
        .contains("organisations");
  }

  @Test
  void whatIsOfTwoKindsIsCountedAsTheFirstInEveryRun() {
    assertThat(kind(Map.of("is_draft", "1", "isDeleted", "true"))).contains("deleted");
    assertThat(kind(Map.of("isDraft", "true", "isPublished", "false"))).contains("drafts");
    assertThat(kind(Map.of("@id", "https://l.example/ann", "@type", "[Organization,Person]")))
        .contains("people");
  }

  /** As in a row of a table, which has all columns. */
  @Test
  void anEmptyValueSaysNothing() {
    assertThat(kind(Map.of("ns", "", "revision", ""))).isEmpty();
    assertThat(kind(Map.of("ns", "1", "revision", ""))).contains("talk pages");
    assertThat(kind(Map.of("blogger:type", "", "blogger:status", ""))).isEmpty();
    assertThat(kind(Map.of("blogger:type", "POST", "blogger:status", "DRAFT"))).contains("drafts");
  }
}
